regime "suivant" {
  titre = "Essai", du = jour "2021-02-01", date_de_choix = "depot", source = "Essai",
}
