regime "suivant" {
  titre = "Essai", du = jour "2021-01-01", date_de_choix = "depot", source = "Essai",
}

champ "complements.taille" { titre = "Taille", type = "texte" }
