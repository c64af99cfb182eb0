cas "Une commune" {
  dossier = "dossiers/base.json",
  le      = jour "2021-03-10",
  sans    = { "expertises.experts" },
  attend  = { avis = "favorable" },
}
