-- Le régime EXPE-CT : ses dates, ses niveaux de priorité et ses paramètres.
-- SPDX-License-Identifier: MIT

-- Un dossier relève d’EXPE-CT par le jour de son dépôt. Le régime n’a pas de fin connue.
regime "expe-ct" {
  titre         = "EXPE-CT",
  du            = jour "2020-07-08",
  date_de_choix = "depot",
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

parametre "references_minimum" {
  titre   = "Nombre minimal de références par expertise",
  unite   = "références",
  valeurs = {
    { du = jour "2020-07-08", valeur = 1, source = "Choix du service, à valider : aucune source ne donne de minimum" },
  },
}

parametre "duree_label" {
  titre   = "Durée du label",
  unite   = "ans",
  valeurs = {
    { du = jour "2020-07-08", valeur = 3, source = "Communiqué du 8 juillet 2020, point 2" },
  },
}
