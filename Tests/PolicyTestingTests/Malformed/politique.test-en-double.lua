cas "Une commune" {
  dossier = "dossiers/base.json",
  le      = jour "2021-03-10",
  attend  = { avis = "favorable" },
}

cas "Une commune" {
  dossier = "dossiers/base.json",
  le      = jour "2021-03-10",
  sans    = { "demandes" },
  attend  = { avis = "favorable" },
}
