-- attendu : échec 4
-- Un long séparateur.
local function attaque(n)
  return string.rep("", 1000000, string.rep("x", 1000)) == "x" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
