local function taux()
  return 3
end

taux() = 4
