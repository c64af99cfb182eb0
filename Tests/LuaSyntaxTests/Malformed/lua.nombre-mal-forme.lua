local seuil = 3ans
