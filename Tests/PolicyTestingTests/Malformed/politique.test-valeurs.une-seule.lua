propriete "Le seuil" {
  regime = "essai",
  fait = "parametres.seuil", valeurs = { 1 }, resultat = "avis", sens = "constant",
}
