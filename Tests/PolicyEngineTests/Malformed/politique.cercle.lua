calcul "K-01" {
  titre  = "Calcul",
  source = "Essai",
  nom    = "premier_jour",
  valeur = second_jour + jours(1),
}

calcul "K-02" {
  titre  = "Calcul",
  source = "Essai",
  nom    = "second_jour",
  valeur = premier_jour + jours(1),
}
