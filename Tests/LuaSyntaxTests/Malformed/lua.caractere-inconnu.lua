local part = 5 % seuil
local prix = 10 €
