local titre = "Durée du label
local seuil = 3