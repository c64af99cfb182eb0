local nom = "Critère"

critere "C-01" {
  titre  = nom .. " 1",
  source = "Essai",
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
