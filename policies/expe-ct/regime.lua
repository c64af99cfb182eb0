-- Le régime EXPE-CT : ses dates, ses niveaux de priorité et ses paramètres.
-- SPDX-License-Identifier: MIT

-- Un dossier relève d’EXPE-CT par le jour de son dépôt. Le régime n’a pas de fin connue.
regime "expe-ct" {
  titre         = "EXPE-CT",
  du            = jour "2020-07-08",
  date_de_choix = "depot",
  inclut        = { "commun" },
  facultatif    = { "obligations" },
  source        = "Communiqué de la DAECT du 8 juillet 2020",
}

-- Les niveaux de priorité, selon le total des points (voir priorites.lua).
niveaux {
  { a_partir_de = 0, nom = "normale" },
  { a_partir_de = 30, nom = "haute" },
}

-- Pour changer une valeur sans effacer l’ancienne : fermer la période en cours avec
-- « jusqu_au », puis ajouter une ligne « { du = …, valeur = …, source = … } ».

parametre "seuil_presence" {
  titre   = "Présence française faible : nombre maximal de coopérations recensées dans le pays",
  unite   = "coopérations",
  valeurs = {
    { du = jour "2020-07-08", valeur = 10, source = "Choix du service, à valider : aucune source ne chiffre la présence faible" },
  },
}

parametre "duree_label" {
  titre   = "Durée du label",
  unite   = "ans",
  valeurs = {
    { du = jour "2020-07-08", valeur = 3, source = "Communiqué du 8 juillet 2020, point 2" },
  },
}

parametre "rappel_renouvellement" {
  titre   = "Délai pendant lequel un label qui va expirer est signalé",
  unite   = "mois",
  valeurs = {
    { du = jour "2020-07-08", valeur = 6, source = "Choix du service, à valider : aucune source ne donne de délai" },
  },
}
