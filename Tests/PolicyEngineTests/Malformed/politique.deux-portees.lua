critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = demande.urgente and nombre(expertise.experts) > 0,
  sinon  = refus "Non.",
}
