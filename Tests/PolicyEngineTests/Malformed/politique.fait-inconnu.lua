critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.popluation > 1000,
  sinon  = refus "Non.",
}
