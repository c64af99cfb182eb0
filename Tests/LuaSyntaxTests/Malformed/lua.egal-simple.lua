if nature = "commune" then
  seuil = 3
end
