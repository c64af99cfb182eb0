parametre "seuil_haut" {
  titre   = "Seuil",
  valeurs = {   },
}
