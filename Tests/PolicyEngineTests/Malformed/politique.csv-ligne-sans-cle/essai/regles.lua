donnees "exemple" { fichier = "donnees/tableau.csv", cle = "code" }
