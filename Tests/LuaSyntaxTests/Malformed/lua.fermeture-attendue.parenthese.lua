local reste = nombre(dossier.demandes
local seuil = 3
