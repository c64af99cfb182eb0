-- Les cas de référence. Le numéro de chacun est celui de la liste où il a été choisi.
-- SPDX-License-Identifier: MIT

-- E : un événement ou une date réels ; B : organisme réel, dossier inventé ; F : tout est inventé.
-- Aucun cas n’affirme qu’un organisme réel a, a demandé ou s’est vu refuser le label.

cas "cas 1 : le premier jour d’EXPE-CT, un dossier complet est favorable" {
  dossier = "dossiers/dunkerque.json",
  le      = jour "2020-07-08",
  note    = "E et B : la date est réelle ; organisme réel, dossier inventé.",
  attend  = {
    regime     = "expe-ct",
    avis       = "favorable",
    regles     = { ["CAMP-01"] = "hors_vigueur", ["ELIG-01"] = "satisfaite", ["EXP-07"] = "satisfaite" },
    manquants  = {},
    transition = false,
  },
}

cas "cas 2 : la veille d’EXPE-CT, le même dossier relève du PACT 3, hors campagne" {
  dossier = "dossiers/dunkerque.json",
  modifie = { depose_le = jour "2020-07-07" },
  le      = jour "2020-07-07",
  note    = "E et B : la date est réelle ; organisme réel, dossier inventé.",
  attend  = {
    regime     = "pact-3",
    avis       = "a_examiner",
    regles     = { ["CAMP-01"] = "non_satisfaite", ["ELIG-01"] = "satisfaite" },
    motifs     = { "hors de toute campagne", "ne sont pas toutes connues" },
    transition = false,
  },
}

cas "cas 3 : déposé avant le 16 janvier 2022, le dossier va au comité du 27" {
  dossier = "dossiers/chambery.json",
  le      = jour "2022-01-27",
  note    = "E et B : la date limite et le comité sont réels ; organisme réel, dossier inventé.",
  attend  = {
    avis     = "favorable",
    calculs  = { prochain_comite = jour "2022-01-27" },
    validite = { debut = jour "2022-01-27", fin = jour "2025-01-26", regle = "VAL-01" },
  },
}

cas "cas 4 : déposé le 16 janvier 2022, aucun comité n’est annoncé" {
  dossier = "dossiers/chambery.json",
  modifie = { depose_le = jour "2022-01-16" },
  le      = jour "2022-01-27",
  note    = "E et B : la date limite est réelle ; organisme réel, dossier inventé.",
  attend  = { avis = "favorable", calculs = { prochain_comite = "sans_objet" } },
}

cas "cas 6 : le label décidé le 27 janvier 2022 vaut jusqu’au 26 janvier 2025 compris" {
  dossier = "dossiers/expe-ct.json",
  le      = jour "2022-01-27",
  note    = "E : la date du comité est réelle ; organisme et dossier inventés.",
  attend  = { validite = { debut = jour "2022-01-27", fin = jour "2025-01-26", regle = "VAL-01" } },
}

cas "cas 8 : un label PACT 3 court encore pour le domaine, une personne tranche" {
  dossier = "dossiers/expe-ct.json",
  modifie = {
    depose_le = jour "2020-09-15",
    labels    = {
      { regime = "pact-3", domaine = "eau", accorde_le = jour "2018-06-01", expire_le = jour "2021-05-31" },
    },
  },
  le      = jour "2020-09-21",
  note    = "F : inventé.",
  attend  = {
    regime       = "expe-ct",
    avis         = "a_examiner",
    regles       = { ["LAB-01"] = "non_satisfaite", ["LAB-04"] = "satisfaite" },
    motifs       = { "relève de la DAECT" },
    signalements = {},
  },
}

cas "cas 10 : déposé en 2010, le dossier ne relève d’aucun régime" {
  dossier = "dossiers/expe-ct.json",
  modifie = { depose_le = jour "2010-06-01" },
  le      = jour "2010-06-15",
  note    = "F : inventé.",
  attend  = { regime = "aucun", avis = "defavorable" },
}

cas "cas 11 : une petite commune complète est favorable" {
  dossier = "dossiers/schirrhein.json",
  le      = jour "2021-03-15",
  note    = "B : organisme réel, dossier inventé.",
  attend  = {
    avis   = "favorable",
    regles = { ["ELIG-01"] = "satisfaite", ["IDENT-03"] = "satisfaite", ["IDENT-04"] = "satisfaite" },
  },
}

cas "cas 13 : une métropole est favorable et n’est pas signalée" {
  dossier = "dossiers/nantes.json",
  le      = jour "2021-03-15",
  note    = "B : organisme réel, dossier inventé.",
  attend  = { avis = "favorable", regles = { ["ELIG-01"] = "satisfaite" }, signalements = {} },
}

cas "cas 16 : une association thématique connue par son seul numéro RNA est favorable" {
  dossier = "dossiers/expe-ct.json",
  modifie = {
    ["collectivite.nature"]               = "association_thematique",
    ["collectivite.categorie_juridique"]  = "9220",
    ["collectivite.rna"]                  = "W000000001",
    ["collectivite.siren"]                = absent,
    ["expertises[1].experts[1].statut"]   = "elu",
    ["expertises[1].experts[1].fonction"] = "Maire d’une ville membre",
  },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis   = "favorable",
    regles = { ["IDENT-01"] = "sans_objet", ["IDENT-02"] = "satisfaite", ["EXP-07"] = "satisfaite" },
  },
}

cas "cas 17 : une entreprise est admise par le PACT 3, pendant une campagne" {
  dossier = "dossiers/pact-3.json",
  modifie = {
    ["collectivite.nature"]              = "entreprise",
    ["collectivite.categorie_juridique"] = "5710",
    ["expertises[1].experts[1].statut"]  = "autre",
  },
  donnees = {
    campagnes = {
      { du = jour "2018-01-15", jusqu_au = jour "2018-04-30", source = "Cas inventé" },
    },
  },
  le      = jour "2018-06-01",
  note    = "F : inventé, campagne comprise.",
  attend  = {
    regime = "pact-3",
    avis   = "favorable",
    regles = { ["ELIG-01"] = "satisfaite", ["CAMP-01"] = "satisfaite", ["EXP-07"] = "hors_vigueur" },
  },
}

cas "cas 18 : la même entreprise n’est ni citée ni exclue par EXPE-CT" {
  dossier = "dossiers/expe-ct.json",
  modifie = {
    ["collectivite.nature"]              = "entreprise",
    ["collectivite.categorie_juridique"] = "5710",
  },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    regime = "expe-ct",
    avis   = "a_examiner",
    regles = { ["ELIG-01"] = "non_satisfaite" },
    motifs = { "n’est pas citée par le programme" },
  },
}

cas "cas 20 : un pôle d’équilibre territorial et rural est favorable" {
  dossier = "dossiers/expe-ct.json",
  modifie = {
    ["collectivite.nature"]              = "petr",
    ["collectivite.categorie_juridique"] = "7357",
    ["expertises[1].domaine"]            = "alimentation",
  },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis   = "favorable",
    regles = { ["ELIG-01"] = "satisfaite", ["IDENT-04"] = "satisfaite" },
  },
}

cas "cas 21 : un service de l’État ne reçoit pas le label" {
  dossier = "dossiers/expe-ct.json",
  modifie = {
    ["collectivite.nature"]              = "service_etat",
    ["collectivite.categorie_juridique"] = absent,
  },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis     = "defavorable",
    regles   = { ["ELIG-01"] = "sans_objet", ["ELIG-02"] = "non_satisfaite", ["ELIG-03"] = "satisfaite" },
    motifs   = { "service de l’État" },
    validite = "aucune",
  },
}

cas "cas 22 : une collectivité étrangère ne reçoit pas le label mais peut demander une mission" {
  dossier = "dossiers/expe-ct.json",
  modifie = {
    ["collectivite.nature"]              = "collectivite_etrangere",
    ["collectivite.categorie_juridique"] = absent,
    ["collectivite.siren"]               = absent,
  },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis   = "defavorable",
    regles = {
      ["ELIG-01"] = "sans_objet", ["ELIG-02"] = "satisfaite", ["ELIG-03"] = "non_satisfaite",
      ["IDENT-01"] = "sans_objet", ["IDENT-02"] = "sans_objet",
    },
    motifs = { "peut demander une mission" },
  },
}

cas "cas 24 : une commune d’un nom répandu doit donner son code INSEE" {
  dossier = "dossiers/expe-ct.json",
  modifie = {
    ["collectivite.nom"]                 = "Saint-Denis",
    ["collectivite.nature"]              = "commune",
    ["collectivite.categorie_juridique"] = "7210",
  },
  le      = jour "2021-03-15",
  note    = "B : plusieurs communes portent ce nom ; numéro et dossier inventés.",
  attend  = {
    avis      = "incomplet",
    regles    = { ["IDENT-03"] = "non_satisfaite" },
    motifs    = { "« Saint-Denis » ne suffit pas" },
    manquants = { "collectivite.code_insee" },
  },
}

cas "cas 25 : un numéro SIREN dont la clé est fausse fait refuser le dossier à la lecture" {
  dossier = "dossiers/expe-ct.json",
  modifie = { ["collectivite.siren"] = "404833047" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = { diagnostics = { "dossier.siren" } },
}

cas "cas 27 : sans experts ni conditions, la troisième partie est demandée" {
  dossier = "dossiers/expe-ct.json",
  sans    = { "expertises[1].experts", "expertises[1].conditions" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis      = "incomplet",
    regles    = { ["EXP-05"] = "non_satisfaite", ["EXP-06"] = "non_satisfaite", ["EXP-07"] = "indeterminee" },
    motifs    = { "troisième partie", "aucun expert", "conditions de mobilisation" },
    manquants = { "expertises[1].conditions", "expertises[1].experts" },
  },
}

cas "cas 28 : sans référence, la deuxième partie est demandée" {
  dossier = "dossiers/expe-ct.json",
  modifie = { ["expertises[1].references"] = {} },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis   = "incomplet",
    regles = { ["EXP-04"] = "non_satisfaite" },
    motifs = { "deuxième partie", "références présentées, 0 ; minimum, 1" },
  },
}

cas "cas 30 : une vice-présidente et deux ingénieurs sont des experts cités" {
  dossier = "dossiers/expe-ct.json",
  modifie = {
    ["expertises[1].experts"] = {
      { statut = "elu", fonction = "Vice-présidente chargée de l’eau" },
      { statut = "agent", fonction = "Ingénieur" },
      { statut = "agent", fonction = "Ingénieure" },
    },
  },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis   = "favorable",
    regles = { ["EXP-05"] = "satisfaite", ["EXP-07"] = "satisfaite" },
  },
}

cas "cas 36 : le PACT 3 admet un pays de l’Union européenne, dont la présence n’est pas chiffrée" {
  dossier = "dossiers/pact-3.json",
  modifie = { ["demandes[1].pays"] = "PL" },
  donnees = {
    campagnes = {
      { du = jour "2018-01-15", jusqu_au = jour "2018-04-30", source = "Cas inventé" },
    },
  },
  le      = jour "2018-06-01",
  note    = "F : inventé, campagne comprise.",
  attend  = {
    regime       = "pact-3",
    avis         = "favorable",
    regles       = { ["PRIO-01"] = "indeterminee" },
    priorite     = { points = 0, points_max = 30, niveau = "normale", niveau_max = "haute" },
    manquants    = { "presence[PL]" },
    signalements = {},
  },
}

cas "cas 37 : au Mali, 454 projets recensés ne font pas une présence faible" {
  dossier = "dossiers/demande.json",
  modifie = { ["demandes[1].pays"] = "ML" },
  le      = jour "2021-03-15",
  note    = "E : le chiffre est réel ; organisme et dossier inventés.",
  attend  = {
    avis     = "favorable",
    regles   = { ["PRIO-01"] = "sans_objet" },
    priorite = { points = 0, points_max = 0, niveau = "normale" },
  },
}

cas "cas 38 : une mission au Mali en janvier 2023 est signalée et n’est pas refusée" {
  dossier = "dossiers/demande.json",
  modifie = {
    depose_le                         = jour "2022-12-01",
    ["demandes[1].pays"]              = "ML",
    ["demandes[1].mission_prevue_le"] = jour "2023-01-10",
  },
  le      = jour "2022-12-05",
  note    = "E : la suspension du 16 novembre 2022 est réelle ; organisme et dossier inventés.",
  attend  = { avis = "favorable", signalements = { "SIG-01", "SIG-05", "SIG-06" } },
}

cas "cas 41 : deux projets recensés, sous le seuil, donnent une priorité haute" {
  dossier = "dossiers/demande.json",
  modifie = { ["demandes[1].pays"] = "MN" },
  le      = jour "2021-03-15",
  note    = "F : inventé, chiffre de la Mongolie compris.",
  attend  = {
    avis     = "favorable",
    regles   = { ["PRIO-01"] = "satisfaite" },
    priorite = { points = 30, points_max = 30, niveau = "haute", niveau_max = "haute" },
  },
}

cas "cas 42 : un pays sans chiffre laisse la priorité ouverte, jamais à zéro" {
  dossier = "dossiers/demande.json",
  modifie = { ["demandes[1].pays"] = "TV" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis      = "favorable",
    regles    = { ["PRIO-01"] = "indeterminee" },
    priorite  = { points = 0, points_max = 30, niveau = "normale", niveau_max = "haute" },
    manquants = { "presence[TV]" },
  },
}

cas "cas 43 : la présence faible invoquée pour l’Allemagne est démentie par le chiffre" {
  dossier = "dossiers/demande.json",
  modifie = { objectifs = { "faible_presence" } },
  le      = jour "2021-03-15",
  note    = "E : le chiffre est réel ; organisme et dossier inventés.",
  attend  = {
    avis         = "favorable",
    priorite     = { points = 0, niveau = "normale" },
    signalements = { "SIG-02" },
  },
}

cas "cas 44 : une demande précise et urgente transmise par une ambassade est prioritaire" {
  dossier = "dossiers/demande.json",
  modifie = { ["demandes[1].origine"] = "ambassade", ["demandes[1].urgente"] = true },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis     = "favorable",
    regles   = { ["PRIO-02"] = "satisfaite" },
    priorite = { points = 40, points_max = 40, niveau = "haute" },
  },
}

cas "cas 46 : sous le PACT 3, un partenariat actif dans le pays visé est signalé" {
  dossier = "dossiers/pact-3.json",
  modifie = { partenariats = { { pays = "DE", depuis = 2009, actif = true } } },
  le      = jour "2018-06-01",
  note    = "F : inventé.",
  attend  = { regime = "pact-3", signalements = { "SIG-09" } },
}

cas "cas 46 bis : sous EXPE-CT, le même partenariat n’est pas signalé" {
  dossier = "dossiers/demande.json",
  modifie = { partenariats = { { pays = "DE", depuis = 2009, actif = true } } },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = { regime = "expe-ct", avis = "favorable", signalements = {} },
}
