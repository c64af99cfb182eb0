-- Ce qui doit rester vrai de tout dossier, essayé sur des dossiers tirés au sort.
-- SPDX-License-Identifier: MIT

propriete "un seuil de présence plus haut ne retire jamais de points" {
  fait     = "parametres.seuil_presence",
  valeurs  = { 0, 2, 4, 7, 10, 30, 70, 140, 410, 446, 454, 2300 },
  resultat = "priorite.points",
  sens     = "croissant",
  dossiers = 200,
  regime   = "expe-ct",
}

propriete "sous le PACT 3 non plus" {
  fait     = "parametres.seuil_presence",
  valeurs  = { 0, 10, 500, 2300 },
  resultat = "priorite.points",
  sens     = "croissant",
  regime   = "pact-3",
}

propriete "un seuil de présence plus haut ne baisse jamais le plus haut total" {
  fait     = "parametres.seuil_presence",
  valeurs  = { 0, 10, 500, 2300 },
  resultat = "priorite.points_max",
  sens     = "croissant",
  regime   = "expe-ct",
}

propriete "le seuil de présence ne change jamais l’avis" {
  fait     = "parametres.seuil_presence",
  valeurs  = { 0, 10, 500, 2300 },
  resultat = "avis",
  sens     = "constant",
  regime   = "expe-ct",
}

propriete "un minimum de références plus haut n’améliore jamais l’avis" {
  fait     = "parametres.references_minimum",
  valeurs  = { 0, 1, 2, 3, 10 },
  resultat = "avis",
  sens     = "decroissant",
  dossiers = 200,
  regime   = "expe-ct",
}

propriete "sous le PACT 2 non plus, pour les références" {
  fait     = "parametres.references_minimum",
  valeurs  = { 0, 1, 2, 3, 10 },
  resultat = "avis",
  sens     = "decroissant",
  regime   = "pact-2",
}

propriete "une durée plus longue ne change pas le premier jour du label" {
  fait     = "parametres.duree_label",
  valeurs  = { 1, 2, 3, 4, 5 },
  resultat = "validite.debut",
  sens     = "constant",
  regime   = "expe-ct",
}

propriete "une durée plus longue recule le dernier jour du label" {
  fait     = "parametres.duree_label",
  valeurs  = { 1, 2, 3, 4, 5 },
  resultat = "validite.fin",
  sens     = "croissant",
  dossiers = 200,
  regime   = "expe-ct",
}

propriete "le délai de rappel ne change jamais l’avis" {
  fait     = "parametres.rappel_renouvellement",
  valeurs  = { 0, 6, 12, 36 },
  resultat = "avis",
  sens     = "constant",
  regime   = "expe-ct",
}

propriete "la population ne compte pas : aucune règle de taille" {
  fait     = "collectivite.population",
  valeurs  = { 0, 1, 500, 2227, 200000 },
  resultat = "avis",
  sens     = "constant",
  regime   = "expe-ct",
}
