tableau "Natures" {
  dossier  = "dossiers/base.json",
  le      = jour "2021-03-10",
  colonnes = { "=> avis" },
  lignes   = { },
}
