-- Le prochain comité de sélection : dépôt avant la date limite, décision au plus tard le jour du comité.
-- SPDX-License-Identifier: MIT

tableau "dépôt et décision autour du comité du 27 janvier 2022" {
  dossier  = "dossiers/chambery.json",
  note     = "E et B : la date limite et le comité sont réels ; organisme réel, dossier inventé.",
  colonnes = { "depose_le", "le", "=> calculs.prochain_comite", "=> avis" },
  lignes   = {
    { jour "2020-07-08", jour "2020-07-08", jour "2022-01-27", "favorable" },
    { jour "2022-01-14", jour "2022-01-20", jour "2022-01-27", "favorable" },
    { jour "2022-01-15", jour "2022-01-20", jour "2022-01-27", "favorable" },
    { jour "2022-01-16", jour "2022-01-20", "sans_objet", "favorable" },
    { jour "2022-01-17", jour "2022-01-20", "sans_objet", "favorable" },
    { jour "2022-01-15", jour "2022-01-26", jour "2022-01-27", "favorable" },
    { jour "2022-01-15", jour "2022-01-27", jour "2022-01-27", "favorable" },
    { jour "2022-01-15", jour "2022-01-28", "sans_objet", "favorable" },
    { jour "2022-01-16", jour "2022-01-28", "sans_objet", "favorable" },
  },
}

tableau "de deux comités, le premier qui convient" {
  dossier  = "dossiers/expe-ct.json",
  donnees  = {
    comites = {
      { date = jour "2021-05-20", limite = jour "2021-05-01", source = "Cas inventé" },
      { date = jour "2022-01-27", limite = jour "2022-01-16", source = "Communiqué du 8 décembre 2021" },
    },
  },
  note     = "F : inventé, sauf le comité de 2022.",
  colonnes = { "depose_le", "le", "=> calculs.prochain_comite" },
  lignes   = {
    { jour "2021-04-30", jour "2021-05-03", jour "2021-05-20" },
    { jour "2021-05-01", jour "2021-05-03", jour "2022-01-27" },
    { jour "2021-04-30", jour "2021-05-21", jour "2022-01-27" },
    { jour "2022-01-16", jour "2022-01-17", "sans_objet" },
  },
}

cas "un tableau de comités vide n’annonce rien et ne change pas l’avis" {
  dossier = "dossiers/expe-ct.json",
  donnees = { comites = {} },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = { avis = "favorable", calculs = { prochain_comite = "sans_objet" } },
}

cas "le PACT 3 n’a pas de comité connu" {
  dossier = "dossiers/pact-3.json",
  le      = jour "2018-06-01",
  note    = "F : inventé.",
  attend  = { regles = { ["CAL-01"] = "hors_vigueur" } },
}
