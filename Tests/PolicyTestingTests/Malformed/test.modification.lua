cas "Une commune" {
  dossier = "dossiers/base.json",
  le      = jour "2021-03-10",
  modifie = { ["expertises[3].intitule"] = "Eau" },
  attend  = { avis = "favorable" },
}
