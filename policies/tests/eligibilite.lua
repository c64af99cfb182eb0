-- Qui peut demander le label sous chaque programme : toutes les natures.
-- SPDX-License-Identifier: MIT

tableau "natures sous EXPE-CT" {
  dossier  = "dossiers/expe-ct.json",
  sans     = { "collectivite.categorie_juridique" },
  modifie  = { ["collectivite.code_insee"] = "67449" },
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = {
    "collectivite.nature", "=> regles.ELIG-01", "=> regles.ELIG-02", "=> regles.ELIG-03", "=> avis",
  },
  lignes   = {
    { "commune", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "departement", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "region", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "statut_particulier", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "collectivite_outre_mer", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "communaute_communes", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "communaute_agglomeration", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "communaute_urbaine", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "metropole", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "etablissement_public_territorial", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "syndicat_communes", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "syndicat_mixte", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "petr", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "pole_metropolitain", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "association_collectivites", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "association_thematique", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "reseau", "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { "etablissement_public", "non_satisfaite", "satisfaite", "satisfaite", "a_examiner" },
    { "gip", "non_satisfaite", "satisfaite", "satisfaite", "a_examiner" },
    { "entreprise", "non_satisfaite", "satisfaite", "satisfaite", "a_examiner" },
    { "fondation", "non_satisfaite", "satisfaite", "satisfaite", "a_examiner" },
    { "autre", "non_satisfaite", "satisfaite", "satisfaite", "a_examiner" },
    { "service_etat", "sans_objet", "non_satisfaite", "satisfaite", "defavorable" },
    { "collectivite_etrangere", "sans_objet", "satisfaite", "non_satisfaite", "defavorable" },
  },
}

tableau "natures sous le PACT 2, pendant une campagne" {
  dossier  = "dossiers/pact-2.json",
  sans     = { "collectivite.categorie_juridique" },
  modifie  = { ["collectivite.code_insee"] = "67449" },
  donnees  = {
    campagnes = {
      { du = jour "2014-03-01", jusqu_au = jour "2014-06-30", source = "Cas inventé" },
    },
  },
  le       = jour "2014-09-01",
  note     = "F : inventé, campagne comprise.",
  colonnes = { "collectivite.nature", "=> regles.ELIG-01", "=> avis" },
  lignes   = {
    { "commune", "satisfaite", "favorable" },
    { "departement", "satisfaite", "favorable" },
    { "region", "satisfaite", "favorable" },
    { "association_thematique", "satisfaite", "favorable" },
    { "statut_particulier", "satisfaite", "favorable" },
    { "collectivite_outre_mer", "satisfaite", "favorable" },
    { "communaute_communes", "satisfaite", "favorable" },
    { "communaute_agglomeration", "satisfaite", "favorable" },
    { "communaute_urbaine", "satisfaite", "favorable" },
    { "metropole", "satisfaite", "favorable" },
    { "etablissement_public_territorial", "satisfaite", "favorable" },
    { "syndicat_communes", "satisfaite", "favorable" },
    { "syndicat_mixte", "satisfaite", "favorable" },
    { "petr", "satisfaite", "favorable" },
    { "pole_metropolitain", "satisfaite", "favorable" },
    { "association_collectivites", "non_satisfaite", "a_examiner" },
    { "reseau", "non_satisfaite", "a_examiner" },
    { "etablissement_public", "non_satisfaite", "a_examiner" },
    { "gip", "non_satisfaite", "a_examiner" },
    { "entreprise", "non_satisfaite", "a_examiner" },
    { "fondation", "non_satisfaite", "a_examiner" },
    { "autre", "non_satisfaite", "a_examiner" },
    { "service_etat", "sans_objet", "defavorable" },
    { "collectivite_etrangere", "sans_objet", "defavorable" },
  },
}

tableau "natures sous le PACT 3, pendant une campagne" {
  dossier  = "dossiers/pact-3.json",
  sans     = { "collectivite.categorie_juridique" },
  modifie  = { ["collectivite.code_insee"] = "67449" },
  donnees  = {
    campagnes = {
      { du = jour "2018-01-15", jusqu_au = jour "2018-04-30", source = "Cas inventé" },
    },
  },
  le       = jour "2018-06-01",
  note     = "F : inventé, campagne comprise.",
  colonnes = { "collectivite.nature", "=> regles.ELIG-01", "=> avis" },
  lignes   = {
    { "commune", "satisfaite", "favorable" },
    { "departement", "satisfaite", "favorable" },
    { "region", "satisfaite", "favorable" },
    { "statut_particulier", "satisfaite", "favorable" },
    { "collectivite_outre_mer", "satisfaite", "favorable" },
    { "communaute_communes", "satisfaite", "favorable" },
    { "communaute_agglomeration", "satisfaite", "favorable" },
    { "communaute_urbaine", "satisfaite", "favorable" },
    { "metropole", "satisfaite", "favorable" },
    { "etablissement_public_territorial", "satisfaite", "favorable" },
    { "syndicat_communes", "satisfaite", "favorable" },
    { "syndicat_mixte", "satisfaite", "favorable" },
    { "petr", "satisfaite", "favorable" },
    { "pole_metropolitain", "satisfaite", "favorable" },
    { "association_collectivites", "satisfaite", "favorable" },
    { "association_thematique", "satisfaite", "favorable" },
    { "reseau", "satisfaite", "favorable" },
    { "etablissement_public", "satisfaite", "favorable" },
    { "gip", "satisfaite", "favorable" },
    { "entreprise", "satisfaite", "favorable" },
    { "fondation", "satisfaite", "favorable" },
    { "autre", "non_satisfaite", "a_examiner" },
    { "service_etat", "sans_objet", "defavorable" },
    { "collectivite_etrangere", "sans_objet", "defavorable" },
  },
}

cas "un refus passe avant les pièces qui manquent" {
  dossier = "dossiers/expe-ct.json",
  modifie = { ["collectivite.nature"] = "service_etat" },
  sans    = { "expertises[1].conditions", "collectivite.categorie_juridique" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis     = "defavorable",
    regles   = { ["ELIG-02"] = "non_satisfaite", ["EXP-06"] = "non_satisfaite" },
    validite = "aucune",
  },
}

cas "une pièce qui manque passe avant l’examen d’une entreprise" {
  dossier = "dossiers/expe-ct.json",
  modifie = { ["collectivite.nature"] = "entreprise", ["collectivite.categorie_juridique"] = "5710" },
  sans    = { "expertises[1].conditions" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis      = "incomplet",
    regles    = { ["ELIG-01"] = "non_satisfaite", ["EXP-06"] = "non_satisfaite" },
    manquants = { "expertises[1].conditions" },
  },
}

cas "une nature qui n’est pas dans la liste fait refuser le dossier à la lecture" {
  dossier = "dossiers/expe-ct.json",
  modifie = { ["collectivite.nature"] = "comune" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = { diagnostics = { "dossier.valeur-inconnue" } },
}

cas "un dossier sans nature de demandeur est refusé à la lecture" {
  dossier = "dossiers/expe-ct.json",
  sans    = { "collectivite.nature" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = { diagnostics = { "dossier.champ-manquant" } },
}
