-- Règles facultatives : les obligations de déclaration, telles que les appels à projets les demandent.
-- SPDX-License-Identifier: MIT

-- Aucune source n’en fait des conditions du label : elles viennent des appels à projets du même
-- bureau. Un régime les applique quand son champ « inclut » nomme ce dossier.

parametre "retard_apd" {
  titre   = "Retard admis de la déclaration d’aide publique au développement",
  unite   = "ans",
  valeurs = {
    { du = jour "2020-07-08", valeur = 2, source = "Choix du service, à valider : l’année qui précède se déclare en cours d’année" },
  },
}

-- L’année d’un jour : les années entières depuis le début de l’an 1, plus une.
local function annee(jour_lu)
  return ans_revolus(jour "0001-01-01", jour_lu) + 1
end

critere "OBL-01" {
  titre  = "Appels à projets : atlas de la coopération décentralisée à jour",
  source = "DAECT, appels à projets 2021 : atlas à jour",
  exige  = dossier.obligations.atlas_a_jour,
  sinon  = piece "L’atlas de la coopération décentralisée n’est pas à jour pour ce demandeur : il doit y mettre ses actions à jour.",
  note   = "Règle des appels à projets, non du label : l’appliquer est un choix du service.",
}

critere "OBL-02" {
  titre  = "Appels à projets : aide publique au développement déclarée",
  source = "DAECT, appels à projets 2021 : déclaration demandée depuis 2015",
  exige  = annee(dossier.depose_le) - dossier.obligations.apd_declaree_pour <= retard_apd,
  sinon  = piece "La dernière déclaration d’aide publique au développement porte sur l’année {tostring(dossier.obligations.apd_declaree_pour)} : une déclaration plus récente est à faire.",
  note   = "Règle des appels à projets, non du label : l’appliquer est un choix du service. Aucune source ne dit quelle année doit être déclarée : le retard admis est un paramètre.",
}

critere "OBL-03" {
  titre  = "Appels à projets : aucun rapport manquant sur un projet financé",
  source = "DAECT, guide pratique pour le dépôt des appels à projets ; appels à projets 2021",
  exige  = dossier.obligations.rapports_manquants == 0,
  sinon  = piece "Rapports techniques et financiers qui manquent sur des projets déjà financés : {dossier.obligations.rapports_manquants}. Un rapport partiel qui explique le retard est admis.",
  note   = "Règle des appels à projets, non du label : l’appliquer est un choix du service.",
}
