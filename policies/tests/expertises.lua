-- Les trois parties du dossier, pour chaque expertise, et les experts.
-- SPDX-License-Identifier: MIT

tableau "chaque partie, pleine, vide, blanche ou absente" {
  dossier  = "dossiers/expe-ct.json",
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = {
    "expertises[1].domaine", "expertises[1].savoir_faire", "expertises[1].conditions",
    "=> regles.EXP-02", "=> regles.EXP-03", "=> regles.EXP-06", "=> manquants", "=> avis",
  },
  lignes   = {
    { "eau", "Forages", "Hors été", "satisfaite", "satisfaite", "satisfaite", {}, "favorable" },
    { "  ", "Forages", "Hors été", "non_satisfaite", "satisfaite", "satisfaite", { "expertises[1].domaine" }, "incomplet" },
    { "eau", " ", "Hors été", "satisfaite", "non_satisfaite", "satisfaite", { "expertises[1].savoir_faire" }, "incomplet" },
    { "eau", "Forages", "\t", "satisfaite", "satisfaite", "non_satisfaite", { "expertises[1].conditions" }, "incomplet" },
    { absent, "Forages", "Hors été", "non_satisfaite", "satisfaite", "satisfaite", { "expertises[1].domaine" }, "incomplet" },
    { "eau", absent, "Hors été", "satisfaite", "non_satisfaite", "satisfaite", { "expertises[1].savoir_faire" }, "incomplet" },
    { "eau", "Forages", absent, "satisfaite", "satisfaite", "non_satisfaite", { "expertises[1].conditions" }, "incomplet" },
  },
}

tableau "la partie qui manque est nommée" {
  dossier  = "dossiers/expe-ct.json",
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = {
    "expertises[1].savoir_faire", "expertises[1].experts", "expertises[1].conditions", "=> motifs",
  },
  lignes   = {
    { absent, { { statut = "elu" } }, "Hors été", { "première partie" } },
    { "Forages", {}, "Hors été", { "troisième partie", "aucun expert" } },
    { "Forages", { { statut = "elu" } }, absent, { "troisième partie", "conditions de mobilisation" } },
  },
}

tableau "nombre de références et minimum" {
  dossier  = "dossiers/expe-ct.json",
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = {
    "expertises[1].references", "parametres.references_minimum", "=> regles.EXP-04", "=> avis",
  },
  lignes   = {
    { {}, 0, "satisfaite", "favorable" },
    { {}, 1, "non_satisfaite", "incomplet" },
    { { { type = "prix" } }, 1, "satisfaite", "favorable" },
    { { { type = "prix" } }, 2, "non_satisfaite", "incomplet" },
    { { { type = "prix" }, { type = "mission" } }, 2, "satisfaite", "favorable" },
    { { { type = "prix" }, { type = "mission" }, { type = "reseau" } }, 2, "satisfaite", "favorable" },
  },
}

tableau "minimum de références livré, sous les trois régimes" {
  dossier  = "dossiers/expe-ct.json",
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = { "depose_le", "expertises[1].references", "=> regime", "=> regles.EXP-04" },
  lignes   = {
    { jour "2012-03-01", {}, "pact-2", "non_satisfaite" },
    { jour "2012-03-01", { { type = "mission" } }, "pact-2", "satisfaite" },
    { jour "2019-03-01", {}, "pact-3", "non_satisfaite" },
    { jour "2019-03-01", { { type = "mission" } }, "pact-3", "satisfaite" },
    { jour "2021-03-01", {}, "expe-ct", "non_satisfaite" },
    { jour "2021-03-01", { { type = "mission" } }, "expe-ct", "satisfaite" },
  },
}

cas "des références dont le dossier ne dit rien laissent la règle indéterminée" {
  dossier = "dossiers/expe-ct.json",
  sans    = { "expertises[1].references" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis      = "incomplet",
    regles    = { ["EXP-04"] = "indeterminee" },
    manquants = { "expertises[1].references" },
  },
}

tableau "nombre d’expertises" {
  dossier  = "dossiers/expe-ct.json",
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = { "expertises", "=> regles.EXP-01", "=> regles.EXP-02", "=> avis" },
  lignes   = {
    { {}, "non_satisfaite", "sans_objet", "incomplet" },
    { absent, "indeterminee", "indeterminee", "incomplet" },
  },
}

cas "une expertise suffit" {
  dossier = "dossiers/expe-ct.json",
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis       = "favorable",
    expertises = { "favorable" },
    regles     = { ["EXP-01"] = "satisfaite" },
  },
}

cas "chaque expertise a son propre avis" {
  dossier = "dossiers/expe-ct.json",
  modifie = {
    ["expertises[2]"] = {
      intitule = "Accueil des randonneurs", domaine = "tourisme", savoir_faire = "Sentiers et gîtes.",
      references = {}, experts = { { statut = "elu" } }, conditions = "Au printemps.",
    },
    ["expertises[3]"] = {
      intitule = "Marchés", domaine = "commerce", savoir_faire = "Halles.",
      references = { { type = "prix" } }, experts = { { statut = "autre" } }, conditions = "Sur invitation.",
    },
  },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis       = "partage",
    expertises = { "favorable", "incomplet", "a_examiner" },
    regles     = {
      ["EXP-01"] = "satisfaite",
      ["EXP-04"] = { "satisfaite", "non_satisfaite", "satisfaite" },
      ["EXP-07"] = { "satisfaite", "satisfaite", "non_satisfaite" },
    },
    validite   = { debut = jour "2021-03-15", fin = jour "2024-03-14", regle = "VAL-01" },
  },
}

tableau "statut des experts sous EXPE-CT" {
  dossier  = "dossiers/expe-ct.json",
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = { "expertises[1].experts", "=> regles.EXP-05", "=> regles.EXP-07", "=> avis" },
  lignes   = {
    { { { statut = "elu" } }, "satisfaite", "satisfaite", "favorable" },
    { { { statut = "agent" } }, "satisfaite", "satisfaite", "favorable" },
    { { { statut = "elu" }, { statut = "agent" } }, "satisfaite", "satisfaite", "favorable" },
    { { { statut = "autre" }, { statut = "agent" } }, "satisfaite", "satisfaite", "favorable" },
    { { { statut = "autre" } }, "satisfaite", "non_satisfaite", "a_examiner" },
    { { { statut = "autre" }, { statut = "autre" } }, "satisfaite", "non_satisfaite", "a_examiner" },
    { { { fonction = "Hydrologue" } }, "satisfaite", "indeterminee", "incomplet" },
    { { { fonction = "Hydrologue" }, { statut = "elu" } }, "satisfaite", "satisfaite", "favorable" },
    { {}, "non_satisfaite", "sans_objet", "incomplet" },
    { absent, "non_satisfaite", "indeterminee", "incomplet" },
  },
}

cas "le statut inconnu d’un expert est nommé" {
  dossier = "dossiers/expe-ct.json",
  modifie = { ["expertises[1].experts"] = { { statut = "autre" }, { fonction = "Hydrologue" } } },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis      = "incomplet",
    regles    = { ["EXP-07"] = "indeterminee" },
    manquants = { "expertises[1].experts[2].statut" },
  },
}
