-- Le dépôt pendant une campagne, sous le PACT 2 et le PACT 3. Les campagnes de ces cas sont inventées.
-- SPDX-License-Identifier: MIT

tableau "une campagne, ses deux jours compris" {
  dossier  = "dossiers/pact-3.json",
  donnees  = {
    campagnes = {
      { du = jour "2018-01-15", jusqu_au = jour "2018-04-30", source = "Cas inventé" },
    },
  },
  le       = jour "2018-06-01",
  note     = "F : inventé.",
  colonnes = { "depose_le", "=> regles.CAMP-01", "=> avis" },
  lignes   = {
    { jour "2018-01-14", "non_satisfaite", "a_examiner" },
    { jour "2018-01-15", "satisfaite", "favorable" },
    { jour "2018-01-16", "satisfaite", "favorable" },
    { jour "2018-04-29", "satisfaite", "favorable" },
    { jour "2018-04-30", "satisfaite", "favorable" },
    { jour "2018-05-01", "non_satisfaite", "a_examiner" },
  },
}

tableau "deux campagnes du PACT 2, à trois ans de distance" {
  dossier  = "dossiers/pact-2.json",
  donnees  = {
    campagnes = {
      { du = jour "2011-03-01", jusqu_au = jour "2011-06-30", source = "Cas inventé" },
      { du = jour "2014-03-01", jusqu_au = jour "2014-06-30", source = "Cas inventé" },
    },
  },
  le       = jour "2015-01-15",
  note     = "F : inventé.",
  colonnes = { "depose_le", "=> regles.CAMP-01", "=> avis" },
  lignes   = {
    { jour "2011-05-12", "satisfaite", "favorable" },
    { jour "2012-05-12", "non_satisfaite", "a_examiner" },
    { jour "2014-05-12", "satisfaite", "favorable" },
  },
}

cas "deux campagnes ouvertes le même jour valent comme une" {
  dossier = "dossiers/pact-3.json",
  donnees = {
    campagnes = {
      { du = jour "2018-01-15", jusqu_au = jour "2018-04-30", source = "Cas inventé" },
      { du = jour "2018-02-01", jusqu_au = jour "2018-03-31", source = "Cas inventé" },
    },
  },
  le      = jour "2018-06-01",
  note    = "F : inventé.",
  attend  = { avis = "favorable", regles = { ["CAMP-01"] = "satisfaite" } },
}

cas "le tableau livré n’a aucune campagne : tout dossier du PACT 2 est à examiner" {
  dossier = "dossiers/pact-2.json",
  le      = jour "2014-06-02",
  note    = "F : inventé.",
  attend  = {
    regime = "pact-2",
    avis   = "a_examiner",
    regles = { ["CAMP-01"] = "non_satisfaite" },
    motifs = { "déposé le 12 mai 2014, hors de toute campagne", "tous les trois ans" },
  },
}

cas "hors campagne, une pièce qui manque passe avant l’examen" {
  dossier = "dossiers/pact-2.json",
  sans    = { "expertises[1].savoir_faire" },
  le      = jour "2014-06-02",
  note    = "F : inventé.",
  attend  = {
    avis   = "incomplet",
    regles = { ["CAMP-01"] = "non_satisfaite", ["EXP-03"] = "non_satisfaite" },
  },
}

cas "EXPE-CT n’a pas de campagne : un dossier se dépose à tout moment" {
  dossier = "dossiers/expe-ct.json",
  donnees = {
    campagnes = {
      { du = jour "2018-01-15", jusqu_au = jour "2018-04-30", source = "Cas inventé" },
    },
  },
  le      = jour "2021-03-15",
  note    = "F : inventé.",
  attend  = { avis = "favorable", regles = { ["CAMP-01"] = "hors_vigueur" } },
}

cas "une campagne sans dernier jour ne décide pas" {
  dossier = "dossiers/pact-3.json",
  le      = jour "2018-06-01",
  donnees = { campagnes = { { du = jour "2018-01-15", source = "Cas inventé" } } },
  note    = "F : inventé.",
  attend  = {
    avis      = "incomplet",
    regles    = { ["CAMP-01"] = "indeterminee" },
    manquants = { "campagnes[1].jusqu_au" },
  },
}

cas "une campagne sans premier jour ne décide pas" {
  dossier = "dossiers/pact-2.json",
  le      = jour "2014-06-02",
  donnees = { campagnes = { { jusqu_au = jour "2014-12-31", source = "Cas inventé" } } },
  note    = "F : inventé.",
  attend  = {
    avis      = "incomplet",
    regles    = { ["CAMP-01"] = "indeterminee" },
    manquants = { "campagnes[1].du" },
  },
}
