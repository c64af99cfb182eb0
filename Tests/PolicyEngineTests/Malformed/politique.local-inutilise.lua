local seuil_haut = 3
