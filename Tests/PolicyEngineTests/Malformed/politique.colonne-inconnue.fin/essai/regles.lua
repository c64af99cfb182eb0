donnees "campagnes" { fichier = "donnees/campagnes.csv" }
