local seuil = 3
