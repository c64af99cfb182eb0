seuil
plafond = 3
