critere "C-01" {
  titre    = "Critère",
  source   = "Essai",
  du       = jour "2021-01-01",
  jusqu_au = jour "2020-12-31",
  exige    = collectivite.outre_mer,
  sinon    = refus "Non.",
}
