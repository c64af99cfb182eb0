critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = presence[demande.pays].nombres > seuil,
  sinon  = refus "Non.",
}
