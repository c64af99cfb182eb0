critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  communicable = false,
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
