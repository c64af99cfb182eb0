critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.nom:len() > 3,
  sinon  = refus "Non.",
}
