cas "Une commune" {
  dossier = "dossiers/bse.json",
  le      = jour "2021-03-10",
  attend  = { avis = "favorable" },
}
