critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = demande.pays == "UK",
  sinon  = refus "Non.",
}
