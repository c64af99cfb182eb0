critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
