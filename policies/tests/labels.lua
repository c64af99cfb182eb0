-- Les labels déjà accordés : programme plus ancien, renouvellement, extension, et durée du label.
-- SPDX-License-Identifier: MIT

-- Un label PACT 3 du même domaine est « en cours » si le dépôt tombe entre ses deux jours, compris.
tableau "label PACT 3 au jour du dépôt" {
  dossier  = "dossiers/expe-ct.json",
  modifie  = { ["labels[1]"] = { regime = "pact-3", domaine = "eau" } },
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = { "labels[1].accorde_le", "labels[1].expire_le", "=> regles.LAB-01", "=> avis" },
  lignes   = {
    { jour "2018-06-01", jour "2021-02-28", "satisfaite", "favorable" },
    { jour "2018-06-01", jour "2021-03-01", "non_satisfaite", "a_examiner" },
    { jour "2018-06-01", jour "2021-03-02", "non_satisfaite", "a_examiner" },
    { jour "2021-02-28", jour "2024-02-27", "non_satisfaite", "a_examiner" },
    { jour "2021-03-01", jour "2024-02-29", "non_satisfaite", "a_examiner" },
    { jour "2021-03-02", jour "2024-03-01", "satisfaite", "favorable" },
    { absent, jour "2021-02-28", "satisfaite", "favorable" },
    { absent, jour "2021-05-31", "indeterminee", "incomplet" },
    { jour "2018-06-01", absent, "indeterminee", "incomplet" },
  },
}

tableau "programme et domaine du label, à la casse et aux espaces près" {
  dossier  = "dossiers/expe-ct.json",
  modifie  = { ["labels[1]"] = { accorde_le = jour "2020-01-01", expire_le = jour "2022-12-31" } },
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = { "labels[1].regime", "labels[1].domaine", "=> regles.LAB-01", "=> regles.LAB-04" },
  lignes   = {
    { "pact-3", "eau", "non_satisfaite", "satisfaite" },
    { "PACT 2", "  Eau", "non_satisfaite", "satisfaite" },
    { "pact-3", "EAU  ", "non_satisfaite", "satisfaite" },
    { "pact-3", "eaux", "satisfaite", "satisfaite" },
    { "pact-3", "e au", "satisfaite", "satisfaite" },
    { "expe-ct", "eau", "satisfaite", "non_satisfaite" },
    { "  EXPE-CT ", " eau ", "satisfaite", "non_satisfaite" },
    { "expe-ct", "foret", "satisfaite", "satisfaite" },
    { absent, "eau", "indeterminee", "indeterminee" },
    { absent, "foret", "satisfaite", "satisfaite" },
    { "pact-3", absent, "indeterminee", "satisfaite" },
    { "expe-ct", absent, "satisfaite", "indeterminee" },
  },
}

cas "une liste de labels absente ne vaut pas « aucun label »" {
  dossier = "dossiers/expe-ct.json",
  sans    = { "labels" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis      = "incomplet",
    regles    = {
      ["LAB-01"] = "indeterminee", ["LAB-02"] = "sans_objet", ["LAB-03"] = "sans_objet",
      ["LAB-04"] = "indeterminee", ["SIG-07"] = "sans_objet", ["SIG-08"] = "indeterminee",
      ["VAL-01"] = "satisfaite", ["VAL-02"] = "sans_objet",
    },
    manquants = { "labels" },
  },
}

cas "la nature de la demande, inconnue, laisse les règles indéterminées" {
  dossier = "dossiers/renouvellement.json",
  sans    = { "nature_demande" },
  le      = jour "2024-12-02",
  note    = "F : inventé.",
  attend  = {
    avis      = "incomplet",
    regles    = {
      ["LAB-01"] = "satisfaite", ["LAB-02"] = "indeterminee", ["LAB-03"] = "indeterminee",
      ["LAB-04"] = "indeterminee", ["SIG-07"] = "sans_objet", ["SIG-08"] = "indeterminee",
      ["VAL-01"] = "indeterminee", ["VAL-02"] = "indeterminee",
    },
    manquants = { "nature_demande" },
    validite  = "aucune",
  },
}

cas "sans label, la durée ne dépend pas de la nature de la demande" {
  dossier = "dossiers/expe-ct.json",
  sans    = { "nature_demande" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis     = "incomplet",
    validite = { debut = jour "2021-03-15", fin = jour "2024-03-14", regle = "VAL-01" },
  },
}

tableau "label à renouveler au dossier" {
  dossier  = "dossiers/renouvellement.json",
  le       = jour "2024-12-02",
  note     = "F : inventé.",
  colonnes = { "labels", "=> regles.LAB-02", "=> regles.LAB-04", "=> signalements", "=> avis" },
  lignes   = {
    { {}, "non_satisfaite", "sans_objet", {}, "incomplet" },
    { absent, "indeterminee", "sans_objet", {}, "incomplet" },
    {
      { { regime = "expe-ct", domaine = "foret", accorde_le = jour "2022-01-27", expire_le = jour "2025-01-26" } },
      "non_satisfaite", "sans_objet", {}, "incomplet",
    },
    {
      { { regime = "expe-ct", domaine = "eau", accorde_le = jour "2022-01-27", expire_le = jour "2025-01-26" } },
      "satisfaite", "sans_objet", {}, "favorable",
    },
    {
      { { regime = "pact-3", domaine = "eau", accorde_le = jour "2019-01-27", expire_le = jour "2022-01-26" } },
      "satisfaite", "sans_objet", { "SIG-07" }, "favorable",
    },
    {
      { { regime = "pact-3", domaine = "eau", accorde_le = jour "2022-01-27", expire_le = jour "2025-01-26" } },
      "satisfaite", "sans_objet", {}, "a_examiner",
    },
    {
      {
        { regime = "expe-ct", domaine = "eau", accorde_le = jour "2020-09-01", expire_le = jour "2023-08-31" },
        { regime = "expe-ct", domaine = "foret", accorde_le = jour "2022-01-27", expire_le = jour "2025-01-26" },
      },
      "satisfaite", "sans_objet", { "SIG-07" }, "favorable",
    },
  },
}

cas "un renouvellement sans label demande le label ou la correction de la demande" {
  dossier = "dossiers/renouvellement.json",
  modifie = { labels = {} },
  le      = jour "2024-12-02",
  note    = "F : inventé.",
  attend  = {
    avis     = "incomplet",
    regles   = { ["LAB-02"] = "non_satisfaite" },
    motifs   = { "le label est à joindre, ou la nature de la demande à corriger" },
    validite = { debut = jour "2024-12-02", fin = jour "2027-12-01", regle = "VAL-01" },
  },
}

-- Le label court jusqu’au 26 janvier 2025 compris : déposé ce jour-là, le renouvellement est à temps.
tableau "dépôt du renouvellement autour du dernier jour du label" {
  dossier  = "dossiers/renouvellement.json",
  le       = jour "2025-02-03",
  note     = "F : inventé.",
  colonnes = {
    "depose_le", "=> regles.VAL-01", "=> regles.VAL-02", "=> signalements", "=> validite.debut",
    "=> validite.fin", "=> avis",
  },
  lignes   = {
    { jour "2025-01-25", "sans_objet", "satisfaite", {}, jour "2025-02-03", jour "2028-02-02", "favorable" },
    { jour "2025-01-26", "sans_objet", "satisfaite", {}, jour "2025-02-03", jour "2028-02-02", "favorable" },
    { jour "2025-01-27", "satisfaite", "sans_objet", { "SIG-07" }, jour "2025-02-03", jour "2028-02-02", "favorable" },
  },
}

-- Le label renouvelé prend la suite de l’ancien, ou commence à la décision quand le terme est passé.
tableau "décision du renouvellement autour du dernier jour du label" {
  dossier  = "dossiers/renouvellement.json",
  note     = "F : inventé.",
  colonnes = { "le", "=> validite.regle", "=> validite.debut", "=> validite.fin" },
  lignes   = {
    { jour "2024-11-04", "VAL-02", jour "2025-01-27", jour "2028-01-26" },
    { jour "2025-01-25", "VAL-02", jour "2025-01-27", jour "2028-01-26" },
    { jour "2025-01-26", "VAL-02", jour "2025-01-27", jour "2028-01-26" },
    { jour "2025-01-27", "VAL-02", jour "2025-01-27", jour "2028-01-26" },
    { jour "2025-01-28", "VAL-02", jour "2025-01-28", jour "2028-01-27" },
  },
}

tableau "durée du label renouvelé, aux fins de mois" {
  dossier  = "dossiers/renouvellement.json",
  modifie  = { depose_le = jour "2023-11-02" },
  le       = jour "2023-12-01",
  note     = "F : inventé.",
  colonnes = { "labels[1].expire_le", "=> validite.debut", "=> validite.fin" },
  lignes   = {
    { jour "2023-12-31", jour "2024-01-01", jour "2026-12-31" },
    { jour "2024-02-27", jour "2024-02-28", jour "2027-02-27" },
    { jour "2024-02-28", jour "2024-02-29", jour "2027-02-27" },
    { jour "2024-02-29", jour "2024-03-01", jour "2027-02-28" },
    { jour "2024-08-30", jour "2024-08-31", jour "2027-08-30" },
  },
}

cas "déposé après le terme, le renouvellement est signalé et repart de la décision" {
  dossier = "dossiers/renouvellement.json",
  modifie = { depose_le = jour "2025-02-03" },
  le      = jour "2025-03-10",
  note    = "F : inventé.",
  attend  = {
    avis         = "favorable",
    regles       = { ["LAB-02"] = "satisfaite", ["VAL-02"] = "sans_objet" },
    signalements = { "SIG-07" },
    validite     = { debut = jour "2025-03-10", fin = jour "2028-03-09", regle = "VAL-01" },
  },
}

cas "de deux labels du domaine, celui qui court est prolongé" {
  dossier = "dossiers/renouvellement.json",
  modifie = {
    labels = {
      { regime = "expe-ct", domaine = "eau", accorde_le = jour "2020-09-01", expire_le = jour "2021-12-31" },
      { regime = "expe-ct", domaine = "eau", accorde_le = jour "2022-01-27", expire_le = jour "2025-01-26" },
    },
  },
  le      = jour "2024-12-02",
  note    = "F : inventé.",
  attend  = {
    avis         = "favorable",
    signalements = {},
    validite     = { debut = jour "2025-01-27", fin = jour "2028-01-26", regle = "VAL-02" },
  },
}

cas "un renouvellement à deux expertises prolonge l’une et commence l’autre" {
  dossier = "dossiers/renouvellement.json",
  modifie = {
    ["expertises[2]"] = {
      intitule = "Forêt communale", domaine = "foret", savoir_faire = "Plan de coupe.",
      references = { { type = "prix" } }, experts = { { statut = "elu" } }, conditions = "Une mission par an.",
    },
  },
  le      = jour "2024-12-02",
  note    = "F : inventé.",
  attend  = {
    avis       = "partage",
    expertises = { "favorable", "incomplet" },
    regles     = {
      ["LAB-02"] = { "satisfaite", "non_satisfaite" },
      ["VAL-01"] = { "sans_objet", "satisfaite" },
      ["VAL-02"] = { "satisfaite", "sans_objet" },
    },
  },
}

tableau "extension : un label EXPE-CT en cours au jour du dépôt, de n’importe quel domaine" {
  dossier  = "dossiers/expe-ct.json",
  modifie  = {
    nature_demande = "extension",
    ["labels[1]"]  = {
      regime     = "expe-ct",
      domaine    = "foret",
      accorde_le = jour "2020-09-01",
      expire_le  = jour "2023-08-31",
    },
  },
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = {
    "labels[1].regime", "labels[1].domaine", "labels[1].accorde_le", "labels[1].expire_le",
    "=> regles.LAB-03", "=> regles.LAB-04", "=> avis",
  },
  lignes   = {
    { "expe-ct", "foret", jour "2020-09-01", jour "2023-08-31", "satisfaite", "satisfaite", "favorable" },
    { "expe-ct", "foret", jour "2020-09-01", jour "2021-03-01", "satisfaite", "satisfaite", "favorable" },
    { "expe-ct", "foret", jour "2020-09-01", jour "2021-02-28", "non_satisfaite", "satisfaite", "incomplet" },
    { "expe-ct", "foret", jour "2021-03-01", jour "2024-02-29", "satisfaite", "satisfaite", "favorable" },
    { "expe-ct", "foret", jour "2021-03-02", jour "2024-03-01", "non_satisfaite", "satisfaite", "incomplet" },
    { "pact-3", "foret", jour "2020-01-01", jour "2022-12-31", "non_satisfaite", "satisfaite", "incomplet" },
    { "expe-ct", "eau", jour "2020-09-01", jour "2023-08-31", "satisfaite", "non_satisfaite", "a_examiner" },
  },
}

cas "une extension sans aucun label est incomplète" {
  dossier = "dossiers/expe-ct.json",
  modifie = { nature_demande = "extension" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis   = "incomplet",
    regles = { ["LAB-02"] = "sans_objet", ["LAB-03"] = "non_satisfaite", ["LAB-04"] = "satisfaite" },
    motifs = { "aucun label EXPE-CT en cours au jour du dépôt" },
  },
}

cas "le domaine ajouté par extension a ses propres trois ans" {
  dossier = "dossiers/renouvellement.json",
  modifie = { nature_demande = "extension", ["expertises[1].domaine"] = "assainissement" },
  le      = jour "2024-12-02",
  note    = "F : inventé.",
  attend  = {
    avis         = "favorable",
    regles       = { ["LAB-02"] = "sans_objet", ["LAB-03"] = "satisfaite", ["LAB-04"] = "satisfaite" },
    validite     = { debut = jour "2024-12-02", fin = jour "2027-12-01", regle = "VAL-01" },
    signalements = { "SIG-08" },
  },
}

cas "une première demande pour un domaine déjà labellisé est à examiner" {
  dossier = "dossiers/renouvellement.json",
  modifie = { nature_demande = "premiere" },
  le      = jour "2024-12-02",
  note    = "F : inventé.",
  attend  = {
    avis     = "a_examiner",
    regles   = { ["LAB-03"] = "sans_objet", ["LAB-04"] = "non_satisfaite" },
    motifs   = {
      "jusqu’au 26 janvier 2025 ; traiter la demande comme un renouvellement relève de la DAECT",
    },
    validite = { debut = jour "2024-12-02", regle = "VAL-01" },
  },
}

-- Six mois après le 31 août, le dernier jour de février.
tableau "un label qui expire bientôt est signalé" {
  dossier  = "dossiers/expe-ct.json",
  modifie  = {
    ["labels[1]"] = { regime = "expe-ct", domaine = "foret", accorde_le = jour "2020-09-01" },
  },
  note     = "F : inventé.",
  colonnes = { "le", "labels[1].expire_le", "=> signalements" },
  lignes   = {
    { jour "2021-08-31", jour "2021-08-30", {} },
    { jour "2021-08-31", jour "2021-08-31", { "SIG-08" } },
    { jour "2021-08-31", jour "2021-09-01", { "SIG-08" } },
    { jour "2021-08-31", jour "2022-02-27", { "SIG-08" } },
    { jour "2021-08-31", jour "2022-02-28", { "SIG-08" } },
    { jour "2021-08-31", jour "2022-03-01", {} },
    { jour "2023-08-31", jour "2024-02-29", { "SIG-08" } },
    { jour "2023-08-31", jour "2024-03-01", {} },
    { jour "2021-03-15", jour "2021-09-15", { "SIG-08" } },
    { jour "2021-03-15", jour "2021-09-16", {} },
    { jour "2021-12-31", jour "2022-06-30", { "SIG-08" } },
    { jour "2021-12-31", jour "2022-07-01", {} },
  },
}

tableau "le rappel ne vise que les labels EXPE-CT, hors renouvellement" {
  dossier  = "dossiers/expe-ct.json",
  modifie  = {
    ["labels[1]"] = { domaine = "foret", accorde_le = jour "2020-09-01", expire_le = jour "2021-06-30" },
  },
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = {
    "nature_demande", "labels[1].regime", "=> signalements",
  },
  lignes   = {
    { "premiere", "expe-ct", { "SIG-08" } },
    { "extension", "expe-ct", { "SIG-08" } },
    { "renouvellement", "expe-ct", {} },
    { "premiere", "pact-3", {} },
  },
}

cas "le délai de rappel est un paramètre" {
  dossier    = "dossiers/expe-ct.json",
  modifie    = {
    ["labels[1]"] = {
      regime     = "expe-ct",
      domaine    = "foret",
      accorde_le = jour "2020-09-01",
      expire_le  = jour "2021-06-30",
    },
  },
  parametres = { rappel_renouvellement = 3 },
  le         = jour "2021-03-15",
  note       = "F : inventé.",
  attend     = { avis = "favorable", signalements = {} },
}

tableau "durée du label, du jour de la décision au dernier jour compris" {
  dossier  = "dossiers/expe-ct.json",
  modifie  = { depose_le = jour "2020-07-08" },
  note     = "F : inventé.",
  colonnes = { "le", "=> validite.debut", "=> validite.fin", "=> validite.regle" },
  lignes   = {
    { jour "2020-07-08", jour "2020-07-08", jour "2023-07-07", "VAL-01" },
    { jour "2020-12-31", jour "2020-12-31", jour "2023-12-30", "VAL-01" },
    { jour "2021-01-01", jour "2021-01-01", jour "2023-12-31", "VAL-01" },
    { jour "2021-02-28", jour "2021-02-28", jour "2024-02-27", "VAL-01" },
    { jour "2021-03-01", jour "2021-03-01", jour "2024-02-29", "VAL-01" },
    { jour "2021-08-31", jour "2021-08-31", jour "2024-08-30", "VAL-01" },
    { jour "2024-02-28", jour "2024-02-28", jour "2027-02-27", "VAL-01" },
    { jour "2024-02-29", jour "2024-02-29", jour "2027-02-27", "VAL-01" },
    { jour "2024-03-01", jour "2024-03-01", jour "2027-02-28", "VAL-01" },
  },
}

tableau "durée du label selon le paramètre" {
  dossier  = "dossiers/expe-ct.json",
  le       = jour "2024-02-29",
  note     = "F : inventé.",
  colonnes = { "parametres.duree_label", "=> validite.fin" },
  lignes   = {
    { 1, jour "2025-02-27" },
    { 4, jour "2028-02-28" },
  },
}

tableau "durée du label sous le PACT 2 et le PACT 3" {
  dossier  = "dossiers/pact-3.json",
  note     = "F : inventé.",
  colonnes = {
    "depose_le", "le", "=> regime", "=> validite.debut", "=> validite.fin", "=> validite.regle",
  },
  lignes   = {
    { jour "2012-02-01", jour "2012-02-29", "pact-2", jour "2012-02-29", jour "2015-02-27", "VAL-01" },
    { jour "2014-05-12", jour "2014-12-31", "pact-2", jour "2014-12-31", jour "2017-12-30", "VAL-01" },
    { jour "2017-01-01", jour "2017-03-01", "pact-3", jour "2017-03-01", jour "2020-02-29", "VAL-01" },
    { jour "2018-03-01", jour "2018-06-01", "pact-3", jour "2018-06-01", jour "2021-05-31", "VAL-01" },
    { jour "2020-01-15", jour "2020-02-29", "pact-3", jour "2020-02-29", jour "2023-02-27", "VAL-01" },
  },
}

tableau "deux labels du même domaine en cours : le renouvellement suit le plus tardif" {
  dossier  = "dossiers/renouvellement.json",
  le       = jour "2024-12-01",
  note     = "F : inventé.",
  colonnes = { "labels", "=> validite.debut" },
  lignes   = {
    {
      {
        { regime = "expe-ct", domaine = "eau", accorde_le = jour "2022-01-27", expire_le = jour "2025-01-26" },
        { regime = "expe-ct", domaine = "eau", accorde_le = jour "2023-01-27", expire_le = jour "2026-01-26" },
      },
      jour "2026-01-27",
    },
    {
      {
        { regime = "expe-ct", domaine = "eau", accorde_le = jour "2023-01-27", expire_le = jour "2026-01-26" },
        { regime = "expe-ct", domaine = "eau", accorde_le = jour "2022-01-27", expire_le = jour "2025-01-26" },
      },
      jour "2026-01-27",
    },
  },
}
