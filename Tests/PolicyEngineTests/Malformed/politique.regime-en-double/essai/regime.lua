regime "essai" {
  titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
}

regime "essai-2" {
  titre = "Essai", du = jour "2021-01-01", date_de_choix = "depot", source = "Essai",
}
