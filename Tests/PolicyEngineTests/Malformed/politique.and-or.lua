critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = (collectivite.outre_mer and 1 or 2) == seuil,
  sinon  = refus "Non.",
}
