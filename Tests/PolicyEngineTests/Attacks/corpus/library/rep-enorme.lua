-- attendu : échec 4
-- « string.rep » d’un milliard.
local function attaque(n)
  return string.rep("x", 1000000000) == "x" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
