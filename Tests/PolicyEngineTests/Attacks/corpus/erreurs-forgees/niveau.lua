-- attendu : échec 4
-- Un niveau d’appel démesuré.
local function attaque(n)
  if n > 0 then error("x", 9007199254740993) end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
