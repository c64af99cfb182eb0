local function taux()
  return 3
end
end
