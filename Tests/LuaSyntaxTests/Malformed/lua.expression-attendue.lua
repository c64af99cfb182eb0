local seuil =
local plafond = 3
