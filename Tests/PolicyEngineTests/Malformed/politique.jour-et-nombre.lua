critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = decision.date + 3 > dossier.depose_le,
  sinon  = refus "Non.",
}
