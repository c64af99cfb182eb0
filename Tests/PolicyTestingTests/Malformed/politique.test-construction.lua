critere "ELIG-09" {
  titre  = "Nature",
  source = "Essai",
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
