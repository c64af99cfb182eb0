critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = seuil(3) > 2,
  sinon  = refus "Non.",
}
