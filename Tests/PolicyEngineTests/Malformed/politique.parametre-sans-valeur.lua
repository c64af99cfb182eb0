parametre "seuil_haut" {
  titre   = "Seuil",
  valeurs = { { du = jour "2021-01-01", valeur = 3, source = "Essai" } },
}

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.population > seuil_haut,
  sinon  = refus "Non.",
}
