cas "Une commune" {
  dossier = "dossiers/base.json",
  le      = jour "2021-03-10",
  donnees = { presence = { { pays = "TV", nombre = 1 }, { pays = "TV", nombre = 2 } } },
  attend  = { avis = "favorable" },
}
