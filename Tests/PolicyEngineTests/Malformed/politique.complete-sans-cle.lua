donnees "pays_cites" { fichier = "donnees/presence.csv", complete = true }
