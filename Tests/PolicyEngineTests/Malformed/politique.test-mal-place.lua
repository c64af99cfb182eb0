cas "Une commune" {
  dossier = "dossiers/base.json",
  attend  = { avis = "favorable" },
}
