cas "Une commune" {
  dossier = "dossiers/base.json",
  le      = jour "2021-03-10",
  donnees = { presence = { { nombre = 1 } } },
  attend  = { avis = "favorable" },
}
