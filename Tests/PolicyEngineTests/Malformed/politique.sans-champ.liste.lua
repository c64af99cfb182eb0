critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = dossier.demandes.urgente,
  sinon  = refus "Non.",
}
