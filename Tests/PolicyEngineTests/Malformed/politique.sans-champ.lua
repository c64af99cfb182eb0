critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.nom.long > 3,
  sinon  = refus "Non.",
}
