if seuil > 3
  plafond = 4
end
