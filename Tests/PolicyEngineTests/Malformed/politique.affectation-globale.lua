local seuil_haut = 3
seuil_hau = 4

critere "C-01" {
  titre  = "Critère",
  source = "Essai",
  exige  = seuil < seuil_haut,
  sinon  = refus "Non.",
}
