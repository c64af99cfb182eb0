local texte = [= Première ligne ]=]
