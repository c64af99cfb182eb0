critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.siren == nil,
  sinon  = refus "Non.",
}
