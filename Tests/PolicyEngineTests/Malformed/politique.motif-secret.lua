critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  motif_secret = "Essai",
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
