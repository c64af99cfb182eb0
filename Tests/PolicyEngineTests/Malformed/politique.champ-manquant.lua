critere "C-01" {
  titre = "Critère",
  exige = collectivite.outre_mer,
  sinon = refus "Non.",
}
