local titres = {
  ELIG-01 = "Nature du demandeur",
}
