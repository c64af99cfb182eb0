local seuil <constant> = 3
