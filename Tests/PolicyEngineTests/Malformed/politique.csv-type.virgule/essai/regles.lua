donnees "exemple" { fichier = "donnees/tableau.csv", colonnes = { part = "nombre" } }
