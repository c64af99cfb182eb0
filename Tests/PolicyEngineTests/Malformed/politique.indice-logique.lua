local noms = { "petite", "grande" }

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = noms[collectivite.population > 1000] == "grande",
  sinon  = refus "Non.",
}
