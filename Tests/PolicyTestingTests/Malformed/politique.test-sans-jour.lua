tableau "Natures" {
  dossier  = "dossiers/base.json",
  colonnes = { "collectivite.nature", "=> avis" },
  lignes   = { { "commune", "favorable" } },
}
