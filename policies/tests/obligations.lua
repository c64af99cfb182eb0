-- Les règles facultatives des appels à projets, éteintes à la livraison.
-- SPDX-License-Identifier: MIT

cas "éteintes, les obligations ne comptent pas" {
  dossier = "dossiers/expe-ct.json",
  modifie = {
    obligations = { atlas_a_jour = false, apd_declaree_pour = 2010, rapports_manquants = 3 },
  },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis   = "favorable",
    regles = { ["OBL-01"] = "hors_vigueur", ["OBL-02"] = "hors_vigueur", ["OBL-03"] = "hors_vigueur" },
  },
}

cas "allumées, un dossier qui n’en dit rien est incomplet" {
  dossier = "dossiers/expe-ct.json",
  options = { "obligations" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis      = "incomplet",
    regles    = { ["OBL-01"] = "indeterminee", ["OBL-02"] = "indeterminee", ["OBL-03"] = "indeterminee" },
    manquants = { "obligations" },
  },
}

tableau "atlas, déclaration et rapports" {
  dossier  = "dossiers/expe-ct.json",
  options  = { "obligations" },
  modifie  = {
    obligations = { atlas_a_jour = true, apd_declaree_pour = 2020, rapports_manquants = 0 },
  },
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = {
    "obligations.atlas_a_jour", "obligations.apd_declaree_pour", "obligations.rapports_manquants",
    "=> regles.OBL-01", "=> regles.OBL-02", "=> regles.OBL-03", "=> avis",
  },
  lignes   = {
    { true, 2020, 0, "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { false, 2020, 0, "non_satisfaite", "satisfaite", "satisfaite", "incomplet" },
    { true, 2021, 0, "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { true, 2019, 0, "satisfaite", "satisfaite", "satisfaite", "favorable" },
    { true, 2018, 0, "satisfaite", "non_satisfaite", "satisfaite", "incomplet" },
    { true, 2017, 0, "satisfaite", "non_satisfaite", "satisfaite", "incomplet" },
    { true, 2020, 1, "satisfaite", "satisfaite", "non_satisfaite", "incomplet" },
    { true, 2020, 2, "satisfaite", "satisfaite", "non_satisfaite", "incomplet" },
    { absent, 2020, 0, "indeterminee", "satisfaite", "satisfaite", "incomplet" },
    { true, absent, 0, "satisfaite", "indeterminee", "satisfaite", "incomplet" },
    { true, 2020, absent, "satisfaite", "satisfaite", "indeterminee", "incomplet" },
  },
}

-- L’année est celle du dépôt : elle change le 1er janvier.
tableau "déclaration d’aide publique autour du changement d’année" {
  dossier  = "dossiers/expe-ct.json",
  options  = { "obligations" },
  modifie  = {
    obligations = { atlas_a_jour = true, apd_declaree_pour = 2019, rapports_manquants = 0 },
  },
  le       = jour "2022-01-03",
  note     = "F : inventé.",
  colonnes = { "depose_le", "=> regles.OBL-02" },
  lignes   = {
    { jour "2020-12-31", "satisfaite" },
    { jour "2021-01-01", "satisfaite" },
    { jour "2021-12-31", "satisfaite" },
    { jour "2022-01-01", "non_satisfaite" },
  },
}

cas "le retard admis est un paramètre" {
  dossier    = "dossiers/expe-ct.json",
  options    = { "obligations" },
  modifie    = {
    obligations = { atlas_a_jour = true, apd_declaree_pour = 2019, rapports_manquants = 0 },
  },
  parametres = { retard_apd = 1 },
  le         = jour "2021-03-15",
  note       = "F : inventé.",
  attend     = { avis = "incomplet", regles = { ["OBL-02"] = "non_satisfaite" } },
}

tableau "premier jour du retard admis" {
  dossier  = "dossiers/expe-ct.json",
  options  = { "obligations" },
  modifie  = {
    obligations = { atlas_a_jour = true, apd_declaree_pour = 2019, rapports_manquants = 0 },
  },
  regime   = "expe-ct",
  le       = jour "2020-07-31",
  note     = "F : inventé.",
  colonnes = { "depose_le", "=> regles.OBL-02" },
  lignes   = {
    { jour "2020-07-07", "en_erreur" },
    { jour "2020-07-08", "satisfaite" },
  },
}

cas "les motifs disent quoi déclarer et quoi rendre" {
  dossier = "dossiers/expe-ct.json",
  options = { "obligations" },
  modifie = {
    obligations = { atlas_a_jour = false, apd_declaree_pour = 2015, rapports_manquants = 2 },
  },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis   = "incomplet",
    motifs = { "atlas de la coopération", "porte sur l’année 2015", "déjà financés : 2" },
  },
}
