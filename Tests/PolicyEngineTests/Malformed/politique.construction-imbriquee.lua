if true then
  donnees "autre" { fichier = "donnees/presence.csv" }
end
