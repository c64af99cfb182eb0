propriete "Le seuil" {
  regime = "essai",
  fait = "parametres.seuil", valeurs = { 1, 2 }, resultat = "regime", sens = "croissant",
}
