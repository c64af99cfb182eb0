priorite "P-01" {
  titre  = "Priorité",
  source = "Essai",
  si     = collectivite.outre_mer,
  points = 0,5,
  motif  = "Outre-mer.",
}
