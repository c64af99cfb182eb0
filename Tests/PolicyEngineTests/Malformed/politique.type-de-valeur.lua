critere "C-01" {
  titre  = 2020,
  source = "Essai",
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
