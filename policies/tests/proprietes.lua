-- Ce qui doit rester vrai de tout dossier, essayé sur des dossiers tirés au sort.
-- SPDX-License-Identifier: MIT

-- Peu de dossiers par propriété : les cas doivent se passer vite. Pour en essayer plus, changer
-- « dossiers » ou « graine ».

propriete "un seuil de présence plus haut ne retire jamais de points" {
  fait     = "parametres.seuil_presence",
  valeurs  = { 0, 10, 2300 },
  resultat = "priorite.points",
  sens     = "croissant",
  dossiers = 6,
  regime   = "expe-ct",
}

propriete "sous le PACT 3, un seuil plus haut ne retire pas de points non plus" {
  fait     = "parametres.seuil_presence",
  valeurs  = { 0, 10, 2300 },
  resultat = "priorite.points",
  sens     = "croissant",
  dossiers = 5,
  regime   = "pact-3",
}

propriete "le seuil de présence ne change jamais l’avis" {
  fait     = "parametres.seuil_presence",
  valeurs  = { 0, 2300 },
  resultat = "avis",
  sens     = "constant",
  dossiers = 5,
  regime   = "expe-ct",
}

propriete "un minimum de références plus haut n’améliore jamais l’avis" {
  fait     = "parametres.references_minimum",
  valeurs  = { 0, 1, 2 },
  resultat = "avis",
  sens     = "decroissant",
  dossiers = 6,
  regime   = "pact-2",
}

propriete "une durée plus longue recule le dernier jour du label" {
  fait     = "parametres.duree_label",
  valeurs  = { 1, 3, 4 },
  resultat = "validite.fin",
  sens     = "croissant",
  dossiers = 6,
  regime   = "expe-ct",
}

propriete "une durée plus longue ne change pas le premier jour du label" {
  fait     = "parametres.duree_label",
  valeurs  = { 1, 4 },
  resultat = "validite.debut",
  sens     = "constant",
  dossiers = 5,
  regime   = "expe-ct",
}

propriete "la population ne compte pas : aucune règle de taille" {
  fait     = "collectivite.population",
  valeurs  = { 0, 2227, 200000 },
  resultat = "avis",
  sens     = "constant",
  dossiers = 5,
  regime   = "expe-ct",
}
