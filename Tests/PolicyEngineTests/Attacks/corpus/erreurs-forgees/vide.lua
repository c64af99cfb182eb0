-- attendu : échec 4
-- Un message vide.
local function attaque(n)
  if n > 0 then error("") end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
