donnees "autre" { fichier = "../autre.csv" }
