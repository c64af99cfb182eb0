-- Le comité de sélection qui verra le dossier.
-- SPDX-License-Identifier: MIT

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
