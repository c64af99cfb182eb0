local total = 0

local function cumul(x)
  total = total + x
  return total
end

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = cumul(seuil) > 2,
  sinon  = refus "Non.",
}
