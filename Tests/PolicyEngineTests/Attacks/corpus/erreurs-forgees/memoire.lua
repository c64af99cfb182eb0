-- attendu : échec 4
-- Un message qui imite la mémoire de Lua.
local function attaque(n)
  if n > 0 then error("not enough memory") end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
