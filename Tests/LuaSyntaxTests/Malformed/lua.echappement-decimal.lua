local texte = "Euro : \999"
