critere "C-01" {
  titre = "Critère",
  "Essai",
  source = "Essai",
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
