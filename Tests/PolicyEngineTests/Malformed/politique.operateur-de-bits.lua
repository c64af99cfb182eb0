critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = seuil ~ (2 or 3) == 0,
  sinon  = refus "Non.",
}
