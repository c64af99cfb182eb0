champ "complements.rang" { titre = "Rang", type = "entier", valeurs = { "1", "2" } }
