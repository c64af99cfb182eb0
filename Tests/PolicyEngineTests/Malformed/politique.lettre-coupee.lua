critere "ELIG-01" {
  titre = "Essai", source = "Essai",
  exige = string.find(collectivite.nom, "[éè]") ~= nil,
  sinon = examen "Essai",
}
