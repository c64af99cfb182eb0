-- La durée du label et le comité qui verra le dossier.
-- SPDX-License-Identifier: MIT

-- Décision le 27 janvier 2022 : du 27 janvier 2022 au 26 janvier 2025, ces deux jours compris.
validite "VAL-01" {
  titre   = "Durée du label",
  source  = "Communiqué du 8 juillet 2020, point 2",
  debut   = decision.date,
  fin     = debut + ans(duree_label) - jours(1),
  arrondi = "dernier_jour",
  note    = "Choix du service : le label commence le jour de la décision et son dernier jour est compris ; un anniversaire qui n’existe pas est ramené au dernier jour du mois.",
}

-- Un seul comité est connu. Un dossier déposé dès 2020 lui est donc rattaché ; pour qu’il le soit
-- à un comité plus ancien, ajouter la ligne de ce comité au-dessus, dans comites.csv.
calcul "CAL-01" {
  titre  = "Prochain comité de sélection",
  source = "Communiqué de la DAECT du 8 décembre 2021 : demandes avant le 16 janvier 2022",
  nom    = "prochain_comite",
  valeur = premier(comites, function(comite)
    return dossier.depose_le < comite.limite and decision.date <= comite.date
  end).date,
  sinon  = "aucun comité n’est annoncé",
  note   = "Choix du service : « avant le 16 janvier » fait du 15 le dernier jour utile ; un comité déjà passé au jour de la décision n’est plus annoncé.",
}
