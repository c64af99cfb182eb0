-- Le régime attaqué : le texte de l’attaque s’y ajoute sous le nom de attaque.lua.
regime "essai" {
  titre = "Essai", du = jour "2021-01-01", date_de_choix = "depot", source = "Essai",
}

parametre "seuil" {
  titre   = "Seuil",
  valeurs = { { du = jour "2021-01-01", valeur = 10, source = "Essai" } },
}

donnees "presence" { fichier = "donnees/presence.csv", cle = "pays" }

donnees "comites" { fichier = "donnees/comites.csv" }
