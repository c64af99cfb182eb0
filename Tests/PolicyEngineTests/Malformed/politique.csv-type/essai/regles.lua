donnees "exemple" { fichier = "donnees/tableau.csv", colonnes = { nombre = "entier" } }
