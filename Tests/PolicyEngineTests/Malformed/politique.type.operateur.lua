critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.nom + 3 > seuil,
  sinon  = refus "Non.",
}
