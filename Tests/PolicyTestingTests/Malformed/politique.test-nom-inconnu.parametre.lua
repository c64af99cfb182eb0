cas "Une commune" {
  dossier = "dossiers/base.json",
  le      = jour "2021-03-10",
  parametres = { seul = 3 },
  attend  = { avis = "favorable" },
}
