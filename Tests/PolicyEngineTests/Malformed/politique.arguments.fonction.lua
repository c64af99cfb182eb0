critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = existe(dossier.demandes, function(a, b) return a.urgente end),
  sinon  = refus "Non.",
}
