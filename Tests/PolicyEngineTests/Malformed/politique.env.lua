critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = _ENV.seuil > 3,
  sinon  = refus "Non.",
}
