critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = refus "Non.",
  sinon  = refus "Non.",
}
