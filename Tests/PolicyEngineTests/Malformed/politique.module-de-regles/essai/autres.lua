critere "ELIG-02" {
  titre = "Essai", source = "Essai",
  exige = connu(collectivite.nom),
  sinon = examen "Essai",
}
