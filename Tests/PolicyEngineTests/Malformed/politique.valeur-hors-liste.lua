critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.nature == "comune",
  sinon  = refus "Non.",
}
