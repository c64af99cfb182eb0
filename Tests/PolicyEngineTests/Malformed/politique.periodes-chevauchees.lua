parametre "seuil_haut" {
  titre   = "Seuil",
  valeurs = { 
    { du = jour "2020-01-01", jusqu_au = jour "2020-12-31", valeur = 3, source = "Essai" },
    { du = jour "2020-12-01", valeur = 4, source = "Essai" },
   },
}
