critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = dossier.demandes[1].urgente,
  sinon  = refus "Non.",
}
