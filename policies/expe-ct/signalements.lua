-- Ce que l’instructeur doit savoir. Un signalement ne change jamais l’avis.
-- SPDX-License-Identifier: MIT

signalement "SIG-01" {
  titre   = "Mission dans un pays où l’aide publique au développement est suspendue",
  source  = "Sénat, question du 4 avril 2024",
  si      = existe(suspensions, function(suspension)
    return suspension.pays == demande.pays and suspension.suspendue_le <= demande.mission_prevue_le
  end),
  message = "{nom_pays(demande.pays)} : l’aide publique au développement est suspendue depuis le {premier(suspensions, { pays = demande.pays }).suspendue_le} ; la mission est prévue le {demande.mission_prevue_le}.",
  note    = "Choix du service : signaler sans interdire, car les collectivités s’administrent librement.",
}

signalement "SIG-02" {
  titre   = "Objectif de présence faible démenti par le chiffre",
  source  = "Communiqué du 8 juillet 2020, objectif 3",
  si      = parmi("faible_presence", dossier.objectifs)
        and presence[demande.pays].nombre > seuil_presence,
  message = "{nom_pays(demande.pays)} : le dossier invoque une présence faible, le tableau compte {presence[demande.pays].nombre} {presence[demande.pays].unite} ({presence[demande.pays].au}{si_sinon(presence[demande.pays].exemple, ', chiffre d’exemple', '')}) ; seuil : {seuil_presence}.",
  note    = "Choix du service, à valider : le seuil et le tableau.",
}

signalement "SIG-06" {
  titre   = "Pays moins avancé",
  source  = "Liste des pays moins avancés des Nations unies",
  si      = parmi(demande.pays, pma),
  message = "{nom_pays(demande.pays)} : pays moins avancé (PMA) au jour du dépôt.",
  note    = "Choix du service : signaler, sans points ni refus.",
}
