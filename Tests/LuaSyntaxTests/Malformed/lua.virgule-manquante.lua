critere "ELIG-01" {
  titre  = "Nature du demandeur"
  source = "Essai",
}
