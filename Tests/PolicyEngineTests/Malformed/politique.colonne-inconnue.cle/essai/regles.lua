donnees "campagnes" { fichier = "donnees/campagnes.csv", cle = "anne" }
