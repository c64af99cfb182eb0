-- Les points de priorité et leurs niveaux.
-- SPDX-License-Identifier: MIT

-- Le seuil livré est de 10 coopérations ; les chiffres de ce tableau sont inventés.
tableau "présence autour du seuil livré, sous EXPE-CT" {
  dossier  = "dossiers/demande.json",
  donnees  = {
    presence = {
      { pays = "KG", nombre = 9, unite = "projets", au = "2020", exemple = true, source = "Cas inventé" },
      { pays = "MD", nombre = 10, unite = "projets", au = "2020", exemple = true, source = "Cas inventé" },
      { pays = "PY", nombre = 11, unite = "projets", au = "2020", exemple = false, source = "Cas inventé" },
    },
  },
  modifie  = { objectifs = { "faible_presence" } },
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = {
    "demandes[1].pays", "=> regles.PRIO-01", "=> priorite.points", "=> priorite.niveau",
    "=> signalements",
  },
  lignes   = {
    { "KG", "satisfaite", 30, "haute", {} },
    { "MD", "satisfaite", 30, "haute", {} },
    { "PY", "sans_objet", 0, "normale", { "SIG-02" } },
  },
}

tableau "présence autour du seuil livré, sous le PACT 2 et le PACT 3" {
  dossier  = "dossiers/pact-3.json",
  donnees  = {
    presence = {
      { pays = "KG", nombre = 9, unite = "projets", au = "2020", exemple = true, source = "Cas inventé" },
      { pays = "MD", nombre = 10, unite = "projets", au = "2020", exemple = true, source = "Cas inventé" },
      { pays = "PY", nombre = 11, unite = "projets", au = "2020", exemple = false, source = "Cas inventé" },
    },
  },
  le       = jour "2018-06-01",
  note     = "F : inventé.",
  colonnes = {
    "depose_le", "demandes[1].pays", "=> regime", "=> regles.PRIO-01", "=> priorite.points",
    "=> priorite.niveau",
  },
  lignes   = {
    { jour "2014-05-12", "KG", "pact-2", "satisfaite", 30, "haute" },
    { jour "2014-05-12", "MD", "pact-2", "satisfaite", 30, "haute" },
    { jour "2014-05-12", "PY", "pact-2", "sans_objet", 0, "normale" },
    { jour "2018-03-01", "KG", "pact-3", "satisfaite", 30, "haute" },
    { jour "2018-03-01", "MD", "pact-3", "satisfaite", 30, "haute" },
    { jour "2018-03-01", "PY", "pact-3", "sans_objet", 0, "normale" },
  },
}

-- Chaque ligne du tableau presence.csv, au seuil livré.
tableau "chaque pays du tableau de présence" {
  dossier  = "dossiers/demande.json",
  le       = jour "2021-03-15",
  note     = "E pour les chiffres sourcés, F pour ceux que le tableau dit « exemple ».",
  colonnes = {
    "demandes[1].pays", "=> regles.PRIO-01", "=> priorite.points", "=> priorite.points_max",
  },
  lignes   = {
    { "BF", "sans_objet", 0, 0 },
    { "CN", "sans_objet", 0, 0 },
    { "DE", "sans_objet", 0, 0 },
    { "JP", "sans_objet", 0, 0 },
    { "KG", "satisfaite", 30, 30 },
    { "MD", "satisfaite", 30, 30 },
    { "MG", "sans_objet", 0, 0 },
    { "ML", "sans_objet", 0, 0 },
    { "MN", "satisfaite", 30, 30 },
    { "PY", "satisfaite", 30, 30 },
    { "SN", "sans_objet", 0, 0 },
    { "TV", "indeterminee", 0, 30 },
    { absent, "indeterminee", 0, 30 },
  },
}

tableau "les 454 projets du Mali autour du seuil" {
  dossier  = "dossiers/demande.json",
  modifie  = { ["demandes[1].pays"] = "ML" },
  le       = jour "2021-03-15",
  note     = "E : le chiffre est réel ; organisme, seuils et dossier inventés.",
  colonnes = { "parametres.seuil_presence", "=> regles.PRIO-01", "=> priorite.points" },
  lignes   = {
    { 453, "sans_objet", 0 },
    { 454, "satisfaite", 30 },
  },
}

-- Chaque condition de PRIO-02, vraie et fausse, les autres étant vraies.
tableau "demande précise, urgente, d’une origine retenue" {
  dossier  = "dossiers/demande.json",
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = {
    "demandes[1].precise", "demandes[1].urgente", "demandes[1].origine",
    "=> regles.PRIO-02", "=> priorite.points", "=> priorite.points_max", "=> priorite.niveau",
    "=> priorite.niveau_max",
  },
  lignes   = {
    { true, true, "collectivite_etrangere", "satisfaite", 40, 40, "haute", "haute" },
    { true, true, "ambassade", "satisfaite", 40, 40, "haute", "haute" },
    { true, true, "afd", "satisfaite", 40, 40, "haute", "haute" },
    { true, true, "expertise_france", "satisfaite", 40, 40, "haute", "haute" },
    { true, true, "operateur_public", "satisfaite", 40, 40, "haute", "haute" },
    { true, true, "ministere", "satisfaite", 40, 40, "haute", "haute" },
    { true, true, "initiative_propre", "sans_objet", 0, 0, "normale", "normale" },
    { true, true, "etat_etranger", "sans_objet", 0, 0, "normale", "normale" },
    { true, false, "ambassade", "sans_objet", 0, 0, "normale", "normale" },
    { false, true, "ambassade", "sans_objet", 0, 0, "normale", "normale" },
    { false, false, "ambassade", "sans_objet", 0, 0, "normale", "normale" },
    { absent, true, "ambassade", "indeterminee", 0, 40, "normale", "haute" },
    { true, absent, "ambassade", "indeterminee", 0, 40, "normale", "haute" },
    { true, true, absent, "indeterminee", 0, 40, "normale", "haute" },
    { absent, false, "ambassade", "sans_objet", 0, 0, "normale", "normale" },
  },
}

tableau "objectif de promotion" {
  dossier  = "dossiers/expe-ct.json",
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = {
    "objectifs", "=> regles.PRIO-03", "=> priorite.points", "=> priorite.points_max",
    "=> priorite.niveau",
  },
  lignes   = {
    { {}, "sans_objet", 0, 0, "normale" },
    { { "promotion" }, "satisfaite", 10, 10, "normale" },
    { { "faible_presence", "promotion" }, "satisfaite", 10, 10, "normale" },
    { { "demande_etrangere", "faible_presence" }, "sans_objet", 0, 0, "normale" },
    { absent, "indeterminee", 0, 10, "normale" },
  },
}

cas "les points s’ajoutent : présence faible, demande urgente et promotion" {
  dossier = "dossiers/demande.json",
  modifie = {
    objectifs               = { "promotion" },
    ["demandes[1].pays"]    = "MN",
    ["demandes[1].urgente"] = true,
  },
  le      = jour "2021-03-15",
  note    = "F : inventé, chiffre de la Mongolie compris.",
  attend  = { priorite = { points = 80, points_max = 80, niveau = "haute", niveau_max = "haute" } },
}

cas "de deux demandes, la meilleure compte, et une seule fois" {
  dossier = "dossiers/demande.json",
  modifie = {
    ["demandes[1].pays"] = "MN",
    ["demandes[2]"]      = { pays = "MD", origine = "ambassade", precise = true, urgente = true },
    ["demandes[3]"]      = { pays = "SN", origine = "ambassade", precise = true, urgente = true },
  },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    regles   = {
      ["PRIO-01"] = { "satisfaite", "satisfaite", "sans_objet" },
      ["PRIO-02"] = { "sans_objet", "satisfaite", "satisfaite" },
    },
    priorite = { points = 70, points_max = 70, niveau = "haute" },
  },
}

cas "une liste de demandes absente laisse la priorité ouverte" {
  dossier = "dossiers/expe-ct.json",
  sans    = { "demandes" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    regles   = { ["PRIO-01"] = "indeterminee", ["PRIO-02"] = "indeterminee", ["PRIO-03"] = "sans_objet" },
    priorite = { points = 0, points_max = 70, niveau = "normale", niveau_max = "haute" },
  },
}

tableau "demande d’une collectivité étrangère sous le PACT 2 et le PACT 3" {
  dossier  = "dossiers/pact-3.json",
  le       = jour "2018-06-01",
  note     = "F : inventé, chiffre de la Mongolie compris.",
  colonnes = {
    "depose_le", "demandes[1].pays", "demandes[1].origine",
    "=> regles.PRIO-02", "=> priorite.points", "=> priorite.points_max", "=> priorite.niveau",
  },
  lignes   = {
    { jour "2014-05-12", "DE", "collectivite_etrangere", "satisfaite", 20, 20, "normale" },
    { jour "2018-03-01", "DE", "collectivite_etrangere", "satisfaite", 20, 20, "normale" },
    { jour "2018-03-01", "MN", "collectivite_etrangere", "satisfaite", 50, 50, "haute" },
    { jour "2018-03-01", "MN", "initiative_propre", "sans_objet", 30, 30, "haute" },
    { jour "2018-03-01", "DE", "ambassade", "sans_objet", 0, 0, "normale" },
    { jour "2018-03-01", "DE", "etat_etranger", "sans_objet", 0, 0, "normale" },
    { jour "2018-03-01", "DE", absent, "indeterminee", 0, 20, "normale" },
  },
}

cas "l’objectif de promotion n’est pas un but du PACT 3" {
  dossier = "dossiers/pact-3.json",
  modifie = { objectifs = { "promotion" } },
  le      = jour "2018-06-01",
  note    = "F : inventé.",
  attend  = {
    regles   = { ["PRIO-03"] = "hors_vigueur" },
    priorite = { points = 0, points_max = 0, niveau = "normale" },
  },
}
