local function grande()
  return collectivite.population > 1000
end

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = grande(),
  sinon  = refus "Non.",
}
