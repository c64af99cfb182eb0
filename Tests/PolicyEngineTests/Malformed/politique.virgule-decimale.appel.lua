critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = parmi(seuil, { 0,5, 1 }),
  sinon  = refus "Non.",
}
