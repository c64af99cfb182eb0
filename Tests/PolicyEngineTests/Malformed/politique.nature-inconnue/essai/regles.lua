donnees "exemple" { fichier = "donnees/tableau.csv", colonnes = { nature = "nature" } }
