-- L’origine des demandes de mission, sous les trois programmes.
-- SPDX-License-Identifier: MIT

tableau "origine de la demande" {
  dossier  = "dossiers/demande.json",
  le       = jour "2021-03-15",
  note     = "F : inventé.",
  colonnes = { "demandes[1].origine", "=> regles.DEM-01", "=> avis" },
  lignes   = {
    { "collectivite_etrangere", "satisfaite", "favorable" },
    { "ambassade", "satisfaite", "favorable" },
    { "afd", "satisfaite", "favorable" },
    { "expertise_france", "satisfaite", "favorable" },
    { "operateur_public", "satisfaite", "favorable" },
    { "ministere", "satisfaite", "favorable" },
    { "initiative_propre", "satisfaite", "favorable" },
    { "etat_etranger", "non_satisfaite", "a_examiner" },
    { absent, "indeterminee", "incomplet" },
  },
}

cas "une seule demande d’un État étranger envoie tout le dossier à l’examen" {
  dossier = "dossiers/demande.json",
  modifie = { ["demandes[2]"] = { pays = "SN", origine = "etat_etranger" } },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis   = "a_examiner",
    regles = { ["DEM-01"] = { "satisfaite", "non_satisfaite" } },
    motifs = { "Sénégal : la demande vient d’un État étranger" },
  },
}

cas "un dossier sans demande n’a rien à dire de leur origine" {
  dossier = "dossiers/expe-ct.json",
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = { avis = "favorable", regles = { ["DEM-01"] = "sans_objet" }, manquants = {} },
}

cas "une liste de demandes absente laisse la règle indéterminée" {
  dossier = "dossiers/expe-ct.json",
  sans    = { "demandes" },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = {
    avis      = "incomplet",
    regles    = { ["DEM-01"] = "indeterminee" },
    manquants = { "demandes" },
  },
}
