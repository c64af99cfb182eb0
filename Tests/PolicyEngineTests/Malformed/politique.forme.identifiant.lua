local numero = "C-01"

critere(numero) {
  titre  = "Critère",
  source = "Essai",
  exige  = collectivite.outre_mer,
  sinon  = refus "Non.",
}
