--[[ Règles communes
local seuil = 3