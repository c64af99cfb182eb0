local function premier_connu(...)
  local a, b = ...
  return a or b
end

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = premier_connu(true, false),
  sinon  = refus "Non.",
}
