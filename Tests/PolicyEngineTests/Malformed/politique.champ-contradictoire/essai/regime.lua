regime "essai" {
  titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
  jusqu_au = jour "2020-12-31",
}

champ "complements.taille" { titre = "Taille", type = "entier" }
