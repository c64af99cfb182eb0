if true then
  return
end

critere "ELIG-01" {
  titre = "Essai", source = "Essai",
  exige = connu(collectivite.nom),
  sinon = examen "Essai",
}
