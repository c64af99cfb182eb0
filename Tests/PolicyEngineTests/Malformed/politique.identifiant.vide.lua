critere "" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
