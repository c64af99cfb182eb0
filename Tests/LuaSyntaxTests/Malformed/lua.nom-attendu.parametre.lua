local function taux(3)
  return 3
end
