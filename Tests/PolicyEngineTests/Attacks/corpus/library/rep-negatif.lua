-- attendu : inoffensif satisfaite
-- Un nombre de répétitions négatif.
local function attaque(n)
  return string.rep("x", -5) == "" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
