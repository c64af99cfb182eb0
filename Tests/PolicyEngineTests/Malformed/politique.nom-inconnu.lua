critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.population > seul,
  sinon  = refus "Non.",
}
