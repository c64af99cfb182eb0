parametre "seuil_haut" {
  titre   = "Seuil",
  valeurs = { { du = jour "2020-01-01", valeur = "10", source = "Essai" } },
}
