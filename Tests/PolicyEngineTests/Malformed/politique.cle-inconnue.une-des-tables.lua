local bornes = {
  { basse = 1, haute = 5 },
  { basse = 2, haut = 9 },
}

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = existe(bornes, function(b) return seuil < b.haute end),
  sinon  = refus "Non.",
}
