critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  du     = jour "2021-02-29",
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
