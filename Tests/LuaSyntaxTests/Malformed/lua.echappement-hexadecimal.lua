local texte = "Euro : \x2"
