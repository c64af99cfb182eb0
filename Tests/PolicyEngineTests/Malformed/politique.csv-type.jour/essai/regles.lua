donnees "exemple" { fichier = "donnees/tableau.csv", colonnes = { le = "jour" } }
