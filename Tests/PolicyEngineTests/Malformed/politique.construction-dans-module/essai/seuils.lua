parametre "minimum" {
  titre   = "Minimum",
  valeurs = { { du = jour "2020-01-01", valeur = 3, source = "Essai" } },
}

return { minimum = 2 }
