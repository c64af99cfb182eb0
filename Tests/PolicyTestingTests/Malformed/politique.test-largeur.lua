tableau "Natures" {
  dossier  = "dossiers/base.json",
  le      = jour "2021-03-10",
  colonnes = { "collectivite.nature", "=> avis" },
  lignes   = {
    { "commune", "favorable" },
    { "region" },
  },
}
