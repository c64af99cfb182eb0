critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = seuil * 0.1 == 0.3,
  sinon  = refus "Non.",
}
