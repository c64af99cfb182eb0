donnees "autre" { fichier = "donnees/presences.csv" }
