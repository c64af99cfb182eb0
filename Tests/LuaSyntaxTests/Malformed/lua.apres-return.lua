local function taux()
  return 3
  print("fini")
end
