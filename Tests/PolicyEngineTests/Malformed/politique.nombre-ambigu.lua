critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.population > 10.000,
  sinon  = refus "Non.",
}
