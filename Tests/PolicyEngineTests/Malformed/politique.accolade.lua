signalement "S-01" {
  titre   = "Signalement",
  source  = "Essai",
  si      = collectivite.outre_mer,
  message = "Commune de {collectivite.nom, outre-mer.",
}
