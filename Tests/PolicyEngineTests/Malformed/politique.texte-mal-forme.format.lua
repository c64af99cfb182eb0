critere "ELIG-01" {
  titre = "Essai", source = "Essai",
  exige = string.format("%y", 3) == collectivite.nom,
  sinon = examen "Essai",
}
