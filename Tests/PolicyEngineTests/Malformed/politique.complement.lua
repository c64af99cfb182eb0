champ "taille" { titre = "Taille", type = "entier" }
