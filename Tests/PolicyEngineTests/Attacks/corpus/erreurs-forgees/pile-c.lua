-- attendu : échec 4
-- Un message qui imite la pile du langage C.
local function attaque(n)
  if n > 0 then error("C stack overflow") end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
