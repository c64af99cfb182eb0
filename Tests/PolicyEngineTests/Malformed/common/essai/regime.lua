regime "essai" {
  titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
}

parametre "seuil" {
  titre   = "Seuil",
  valeurs = { { du = jour "2020-01-01", valeur = 3, source = "Essai" } },
}

donnees "presence" { fichier = "donnees/presence.csv", cle = "pays" }

champ "complements.taille" { titre = "Taille", type = "entier" }
