champ "complements.taille" { titre = "Taille", type = "entier" }
