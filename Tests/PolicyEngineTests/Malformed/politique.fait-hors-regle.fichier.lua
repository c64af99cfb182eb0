local grande = collectivite.population

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = grande > seuil,
  sinon  = refus "Non.",
}
