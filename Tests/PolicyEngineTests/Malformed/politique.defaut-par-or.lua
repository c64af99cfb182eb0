critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = (collectivite.population or 0) > 1000,
  sinon  = refus "Non.",
}
