champ "complements.rang" { titre = "Rang", type = "entiers" }
