local chemin = "C:\politiques\regles.lua"
