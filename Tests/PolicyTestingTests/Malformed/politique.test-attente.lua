cas "Une commune" {
  dossier = "dossiers/base.json",
  le      = jour "2021-03-10",
  attend  = { avis = "favorable", diagnostics = { "dossier.siren" } },
}
