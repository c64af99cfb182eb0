-- La durée du label sous le PACT 2 et le PACT 3.
-- SPDX-License-Identifier: MIT

parametre "duree_label" {
  titre   = "Durée du label",
  unite   = "ans",
  valeurs = {
    { du = jour "2011-02-04", valeur = 3, source = "Choix du service, à valider : durée déduite du rythme des campagnes" },
  },
}

validite "VAL-01" {
  titre   = "Durée du label",
  source  = "France Diplomatie, historique de PACT à EXPE-CT : campagnes tous les trois ans",
  debut   = decision.date,
  fin     = debut + ans(duree_label) - jours(1),
  arrondi = "dernier_jour",
  note    = "Choix du service : aucune source ne donne la durée d’un label PACT. Le label commence le jour de la décision et son dernier jour est compris ; un anniversaire qui n’existe pas est ramené au dernier jour du mois.",
}
