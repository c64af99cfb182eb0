propriete "Le seuil" {
  regime = "essai",
  fait = "parametres.seuil", valeurs = { 1, 3, 2 }, resultat = "avis", sens = "constant",
}
