-- Numéros, code INSEE et catégorie juridique du demandeur.
-- SPDX-License-Identifier: MIT

-- Chaque ligne du tableau formes_juridiques.csv, et des codes qui n’y sont pas.
tableau "catégorie juridique et nature" {
  dossier  = "dossiers/expe-ct.json",
  modifie  = { ["collectivite.code_insee"] = "67449" },
  le       = jour "2021-03-15",
  note     = "F : inventé ; les codes sont ceux de l’INSEE.",
  colonnes = { "collectivite.categorie_juridique", "collectivite.nature", "=> regles.IDENT-04" },
  lignes   = {
    { "7210", "commune", "satisfaite" },
    { "7220", "departement", "satisfaite" },
    { "7225", "collectivite_outre_mer", "satisfaite" },
    { "7229", "statut_particulier", "satisfaite" },
    { "7229", "collectivite_outre_mer", "satisfaite" },
    { "7230", "region", "satisfaite" },
    { "7340", "pole_metropolitain", "satisfaite" },
    { "7343", "communaute_urbaine", "satisfaite" },
    { "7344", "metropole", "satisfaite" },
    { "7344", "statut_particulier", "satisfaite" },
    { "7345", "syndicat_communes", "satisfaite" },
    { "7346", "communaute_communes", "satisfaite" },
    { "7348", "communaute_agglomeration", "satisfaite" },
    { "7353", "syndicat_communes", "satisfaite" },
    { "7354", "syndicat_mixte", "satisfaite" },
    { "7355", "syndicat_mixte", "satisfaite" },
    { "7357", "petr", "satisfaite" },
    { "7361", "etablissement_public", "satisfaite" },
    { "9220", "association_collectivites", "satisfaite" },
    { "9220", "association_thematique", "satisfaite" },
    { "9220", "reseau", "satisfaite" },
    { "9220", "autre", "satisfaite" },
    { "9230", "association_collectivites", "satisfaite" },
    { "9230", "association_thematique", "satisfaite" },
    { "9230", "reseau", "satisfaite" },
    { "9230", "autre", "satisfaite" },
    { "9260", "association_collectivites", "satisfaite" },
    { "9260", "association_thematique", "satisfaite" },
    { "9260", "reseau", "satisfaite" },
    { "9260", "autre", "satisfaite" },
    { "9300", "fondation", "satisfaite" },
    { "5710", "entreprise", "satisfaite" },
    { "7210", "departement", "non_satisfaite" },
    { "7220", "commune", "non_satisfaite" },
    { "7343", "metropole", "non_satisfaite" },
    { "7344", "communaute_urbaine", "non_satisfaite" },
    { "7348", "communaute_communes", "non_satisfaite" },
    { "9300", "association_thematique", "non_satisfaite" },
    { "5710", "commune", "non_satisfaite" },
    { "7364", "metropole", "sans_objet" },
    { "0000", "commune", "sans_objet" },
    { absent, "commune", "sans_objet" },
  },
}

cas "une catégorie juridique qui contredit la nature est à corriger" {
  dossier = "dossiers/nantes.json",
  modifie = { ["collectivite.nature"] = "communaute_urbaine" },
  le      = jour "2021-03-15",
  note    = "B : organisme réel, nature fausse et dossier inventés.",
  attend  = {
    avis   = "incomplet",
    regles = { ["IDENT-04"] = "non_satisfaite" },
    motifs = { "l’une des deux est à corriger", "7344" },
  },
}

tableau "numéro SIREN selon la nature" {
  dossier  = "dossiers/expe-ct.json",
  sans     = { "collectivite.siren", "collectivite.categorie_juridique" },
  modifie  = { ["collectivite.code_insee"] = "67449" },
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = { "collectivite.nature", "=> regles.IDENT-01", "=> regles.IDENT-02", "=> avis" },
  lignes   = {
    { "commune", "non_satisfaite", "sans_objet", "incomplet" },
    { "communaute_communes", "non_satisfaite", "sans_objet", "incomplet" },
    { "entreprise", "non_satisfaite", "sans_objet", "incomplet" },
    { "fondation", "non_satisfaite", "sans_objet", "incomplet" },
    { "service_etat", "non_satisfaite", "sans_objet", "defavorable" },
    { "collectivite_etrangere", "sans_objet", "sans_objet", "defavorable" },
    { "association_collectivites", "sans_objet", "non_satisfaite", "incomplet" },
    { "association_thematique", "sans_objet", "non_satisfaite", "incomplet" },
    { "reseau", "sans_objet", "non_satisfaite", "incomplet" },
  },
}

tableau "numéro SIREN ou numéro RNA d’une association" {
  dossier  = "dossiers/expe-ct.json",
  modifie  = {
    ["collectivite.nature"]              = "association_collectivites",
    ["collectivite.categorie_juridique"] = "9220",
  },
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = { "collectivite.siren", "collectivite.rna", "=> regles.IDENT-02", "=> avis" },
  lignes   = {
    { "000100230", "W000000001", "satisfaite", "favorable" },
    { "000100230", absent, "satisfaite", "favorable" },
    { absent, "W000000001", "satisfaite", "favorable" },
    { absent, absent, "non_satisfaite", "incomplet" },
  },
}

cas "sans aucun numéro, l’association doit en donner un" {
  dossier = "dossiers/expe-ct.json",
  modifie = { ["collectivite.nature"] = "reseau" },
  sans    = { "collectivite.siren", "collectivite.categorie_juridique" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis      = "incomplet",
    regles    = { ["IDENT-02"] = "non_satisfaite" },
    motifs    = { "numéro SIREN ou son numéro RNA" },
    manquants = { "collectivite.categorie_juridique", "collectivite.rna", "collectivite.siren" },
  },
}

cas "une commune sans numéro SIREN est incomplète" {
  dossier = "dossiers/schirrhein.json",
  sans    = { "collectivite.siren", "collectivite.siret" },
  le      = jour "2021-03-15",
  note    = "B : organisme réel, dossier inventé.",
  attend  = {
    avis      = "incomplet",
    regles    = { ["IDENT-01"] = "non_satisfaite", ["IDENT-03"] = "satisfaite" },
    manquants = { "collectivite.siren" },
  },
}

tableau "code INSEE de la commune" {
  dossier  = "dossiers/expe-ct.json",
  sans     = { "collectivite.categorie_juridique" },
  le       = jour "2021-03-15",
  note     = "F : inventé ; plusieurs communes s’appellent Saint-Denis ou Montreuil.",
  colonnes = {
    "collectivite.nature", "collectivite.nom", "collectivite.code_insee", "=> regles.IDENT-03",
    "=> avis",
  },
  lignes   = {
    { "commune", "Saint-Denis", absent, "non_satisfaite", "incomplet" },
    { "commune", "Montreuil", absent, "non_satisfaite", "incomplet" },
    { "commune", "Commune fictive de Rive-Haute", absent, "non_satisfaite", "incomplet" },
    { "commune", "Saint-Denis", "93066", "satisfaite", "favorable" },
    { "commune", "Commune fictive de Rive-Haute", "2A004", "satisfaite", "favorable" },
    { "departement", "Département fictif", absent, "sans_objet", "favorable" },
    { "departement", "Département fictif", "67449", "sans_objet", "favorable" },
  },
}

tableau "numéros refusés à la lecture" {
  dossier  = "dossiers/schirrhein.json",
  sans     = { "collectivite.siret" },
  le       = jour "2021-03-15",
  note     = "F : numéros faux ou inventés.",
  colonnes = { "collectivite.siren", "collectivite.code_insee", "=> diagnostics" },
  lignes   = {
    { "404833047", "67449", { "dossier.siren" } },
    { "216704494", "67", { "dossier.code-insee" } },
    { "404833047", "67", { "dossier.siren", "dossier.code-insee" } },
  },
}

tableau "la Métropole de Lyon et sa nature" {
  dossier  = "dossiers/nantes.json",
  le       = jour "2021-03-15",
  note     = "B : numéros réels, dossier inventé.",
  colonnes = {
    "collectivite.nom", "collectivite.siren", "collectivite.nature", "=> signalements", "=> avis",
  },
  lignes   = {
    { "Métropole de Lyon", "200046977", "metropole", { "SIG-03" }, "favorable" },
    { "Métropole de Lyon", "200046977", "statut_particulier", {}, "favorable" },
    { "Nantes Métropole", "244400404", "metropole", {}, "favorable" },
  },
}

cas "sans numéro SIREN, on ne sait pas si la métropole est celle de Lyon" {
  dossier = "dossiers/nantes.json",
  sans    = { "collectivite.siren" },
  le      = jour "2021-03-15",
  note    = "B : organisme réel, dossier inventé.",
  attend  = {
    regles       = { ["IDENT-01"] = "non_satisfaite", ["SIG-03"] = "indeterminee" },
    signalements = {},
  },
}

tableau "la Collectivité européenne d’Alsace et ses homonymes" {
  dossier  = "dossiers/expe-ct.json",
  sans     = { "collectivite.categorie_juridique" },
  modifie  = { ["collectivite.code_insee"] = "67449" },
  le       = jour "2021-03-15",
  note     = "B : la collectivité est réelle, les autres noms, les numéros et le dossier sont inventés.",
  colonnes = { "collectivite.nom", "collectivite.nature", "=> signalements", "=> avis" },
  lignes   = {
    { "Collectivité européenne d’Alsace", "departement", { "SIG-04" }, "favorable" },
    { "Collectivité européenne d’Alsace", "statut_particulier", { "SIG-04" }, "favorable" },
    { "COLLECTIVITÉ EUROPÉENNE D’ALSACE", "departement", { "SIG-04" }, "favorable" },
    { "Communauté de communes fictive d’Alsace", "communaute_communes", {}, "favorable" },
    { "Région fictive d’Alsace", "region", {}, "favorable" },
    { "Département fictif du Vignoble", "departement", {}, "favorable" },
  },
}
