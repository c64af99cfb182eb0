critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = ans(1) > jours(300),
  sinon  = refus "Non.",
}
