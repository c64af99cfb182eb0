critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.nom,
  sinon  = refus "Non.",
}
