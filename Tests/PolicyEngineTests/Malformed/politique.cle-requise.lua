critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = presence.nombre > seuil,
  sinon  = refus "Non.",
}
