-- attendu : inoffensif non_satisfaite
-- Un signe coupé par « string.sub ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = string.sub("é", 1, 1) == "é",
  sinon = refus "{string.sub(collectivite.nom, 9, 10)}{string.sub('é', 2)}",
}
