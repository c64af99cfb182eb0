local seuil <const> = 3
seuil = 4
