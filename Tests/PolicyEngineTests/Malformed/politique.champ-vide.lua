critere "C-01" {
  titre  = " ",
  source = "Essai",
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
