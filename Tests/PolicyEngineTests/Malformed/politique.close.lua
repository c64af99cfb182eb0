local titre <close> = "Essai"

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.nom == titre,
  sinon  = refus "Non.",
}
