local bornes = { basse = 1, haute = 5 }

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = seuil < bornes.hautte,
  sinon  = refus "Non.",
}
