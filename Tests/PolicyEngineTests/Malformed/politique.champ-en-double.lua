critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  titre  = "Autre titre",
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
