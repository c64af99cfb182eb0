parametre "seuil" {
  titre   = "Seuil",
  valeurs = { { du = jour "2020-01-01", valeur = 3, source = "Essai" } },
}
