regime "essai" {
  titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
  facultatif = { "commun", "commun" },
}
