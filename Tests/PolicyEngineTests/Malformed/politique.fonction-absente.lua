local annee = os.date("%Y")

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = annee == "2020",
  sinon  = refus "Non.",
}
