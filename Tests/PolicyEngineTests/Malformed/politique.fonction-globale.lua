function grande(c)
  return c.population > 1000
end

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = grande(collectivite),
  sinon  = refus "Non.",
}
