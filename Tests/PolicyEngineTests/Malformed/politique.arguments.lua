critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = entre(collectivite.population, 1000),
  sinon  = refus "Non.",
}
