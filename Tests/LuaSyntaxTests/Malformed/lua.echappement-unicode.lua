local texte = "Euro : \u20AC"
