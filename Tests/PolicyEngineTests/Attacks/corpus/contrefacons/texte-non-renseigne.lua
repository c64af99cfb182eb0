-- attendu : inoffensif non_satisfaite
-- Le texte « non renseigné » n’est pas un inconnu.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.nom == "non renseigné",
  sinon = refus "non",
}
