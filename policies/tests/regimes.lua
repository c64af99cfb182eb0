-- Quel régime couvre un dossier, et ce que vaut chaque paramètre au bord de sa période.
-- SPDX-License-Identifier: MIT

tableau "régime du jour du dépôt" {
  dossier  = "dossiers/expe-ct.json",
  note     = "E : le 4 février 2011 et le 8 juillet 2020 sont réels ; le 1er janvier 2017 est un choix du service.",
  colonnes = { "depose_le", "le", "=> regime", "=> transition" },
  lignes   = {
    { jour "2010-12-31", jour "2010-12-31", "aucun", false },
    { jour "2011-02-03", jour "2011-02-03", "aucun", false },
    { jour "2011-02-04", jour "2011-02-04", "pact-2", false },
    { jour "2014-07-01", jour "2014-09-01", "pact-2", false },
    { jour "2016-12-31", jour "2016-12-31", "pact-2", false },
    { jour "2016-12-31", jour "2017-01-01", "pact-2", true },
    { jour "2017-01-01", jour "2017-01-01", "pact-3", false },
    { jour "2020-07-07", jour "2020-07-07", "pact-3", false },
    { jour "2020-07-07", jour "2020-07-08", "pact-3", true },
    { jour "2020-07-08", jour "2020-07-08", "expe-ct", false },
    { jour "2024-02-29", jour "2030-01-01", "expe-ct", false },
  },
}

cas "déposé la veille du PACT 2, le dossier est défavorable sans régime" {
  dossier = "dossiers/pact-2.json",
  modifie = { depose_le = jour "2011-02-03" },
  le      = jour "2011-02-04",
  note    = "F : inventé.",
  attend  = { regime = "aucun", avis = "defavorable", transition = false },
}

cas "déposé sous le PACT 2 et décidé sous EXPE-CT, le dossier garde les règles du PACT 2" {
  dossier = "dossiers/pact-2.json",
  modifie = { ["collectivite.nature"] = "entreprise", ["collectivite.categorie_juridique"] = "5710" },
  le      = jour "2021-01-15",
  note    = "F : inventé.",
  attend  = {
    regime     = "pact-2",
    transition = true,
    regles     = { ["ELIG-01"] = "non_satisfaite", ["SIG-09"] = "hors_vigueur" },
    motifs     = { "n’est pas citée par le PACT 2" },
  },
}

cas "instruit de force sous le PACT 3, un dossier de 2021 garde son jour de dépôt" {
  dossier = "dossiers/expe-ct.json",
  le      = jour "2021-03-15",
  regime  = "pact-3",
  note    = "F : inventé.",
  attend  = {
    regime     = "pact-3",
    avis       = "a_examiner",
    regles     = { ["CAMP-01"] = "non_satisfaite" },
    transition = true,
  },
}

-- Les paramètres commencent le premier jour de leur régime. Un dossier plus ancien, instruit de
-- force sous ce régime, n’a pas de valeur : la règle est en erreur, jamais fausse.
tableau "premier jour des paramètres du PACT 2" {
  dossier  = "dossiers/pact-2.json",
  regime   = "pact-2",
  le       = jour "2011-03-01",
  note     = "F : inventé.",
  colonnes = {
    "depose_le", "=> avis", "=> regles.EXP-04", "=> regles.PRIO-01", "=> regles.VAL-01",
  },
  lignes   = {
    { jour "2011-02-03", "en_erreur", "en_erreur", "en_erreur", "en_erreur" },
    { jour "2011-02-04", "a_examiner", "satisfaite", "sans_objet", "satisfaite" },
  },
}

tableau "premier jour des paramètres d’EXPE-CT" {
  dossier  = "dossiers/demande.json",
  modifie  = {
    ["labels[1]"] = {
      regime     = "expe-ct",
      domaine    = "foret",
      accorde_le = jour "2020-01-01",
      expire_le  = jour "2020-12-31",
    },
  },
  regime   = "expe-ct",
  le       = jour "2020-07-31",
  note     = "F : inventé.",
  colonnes = {
    "depose_le", "=> avis", "=> regles.PRIO-01", "=> regles.VAL-01", "=> regles.SIG-08",
  },
  lignes   = {
    { jour "2020-07-07", "en_erreur", "en_erreur", "en_erreur", "en_erreur" },
    { jour "2020-07-08", "favorable", "sans_objet", "satisfaite", "satisfaite" },
  },
}

cas "sans valeur du seuil ce jour-là, la priorité n’a pas de points" {
  dossier = "dossiers/demande.json",
  modifie = { depose_le = jour "2020-07-07" },
  regime  = "expe-ct",
  le      = jour "2020-07-08",
  note    = "F : inventé.",
  attend  = {
    regles   = { ["PRIO-01"] = "en_erreur", ["SIG-02"] = "en_erreur", ["VAL-02"] = "en_erreur" },
    priorite = { points = "inconnu", points_max = "inconnu", niveau = "inconnu" },
    validite = "aucune",
  },
}
