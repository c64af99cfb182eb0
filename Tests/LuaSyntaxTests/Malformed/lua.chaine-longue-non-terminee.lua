local texte = [[
Première ligne
Deuxième ligne