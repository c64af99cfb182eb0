if seuil > 3 then
  break
end
