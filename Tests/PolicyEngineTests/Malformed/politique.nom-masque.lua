local seuil = 5

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.population > seuil,
  sinon  = refus "Non.",
}
