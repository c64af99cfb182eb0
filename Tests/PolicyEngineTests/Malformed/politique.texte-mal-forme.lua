critere "ELIG-01" {
  titre = "Essai", source = "Essai",
  exige = string.find(collectivite.nom, "[Cc") ~= nil,
  sinon = examen "Essai",
}
