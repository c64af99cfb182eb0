-- attendu : inoffensif satisfaite
-- « string.rep » d’un texte vide, un milliard de fois.
local function attaque(n)
  return string.rep("", 1000000000) == "" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
