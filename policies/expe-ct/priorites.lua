-- Les points de priorité. Ils s’ajoutent ; les niveaux sont dans regime.lua.
-- SPDX-License-Identifier: MIT

-- Toutes les origines sauf l’initiative propre et l’État étranger.
local origines_prioritaires = {
  "collectivite_etrangere", "ambassade", "afd", "expertise_france", "operateur_public", "ministere",
}

-- La présence est un objectif parmi d’autres : elle donne des points et n’écarte personne.
priorite "PRIO-01" {
  titre  = "Pays où les collectivités françaises sont peu présentes",
  source = "Communiqué du 8 juillet 2020, objectif 3",
  si     = presence[demande.pays].nombre <= seuil_presence,
  points = 30,
  motif  = "{nom_pays(demande.pays)} : {presence[demande.pays].nombre} {presence[demande.pays].unite} ({presence[demande.pays].au}{si_sinon(presence[demande.pays].exemple, ', chiffre d’exemple', '')}) ; seuil : {seuil_presence}.",
  note   = "Choix du service, à valider : le seuil, les points et le tableau. Aucune source ne chiffre « peu présentes ».",
}

priorite "PRIO-02" {
  titre  = "Demande étrangère précise et urgente",
  source = "Communiqué du 8 juillet 2020, objectif 2",
  si     = demande.precise and demande.urgente and parmi(demande.origine, origines_prioritaires),
  points = 40,
  motif  = "{nom_pays(demande.pays)} : demande précise et urgente de « {demande.demandeur} », réponse attendue le {demande.reponse_attendue_le}.",
  note   = "Choix du service, à valider : les points et les origines retenues. Dire qu’une demande est précise et urgente reste à la personne qui instruit.",
}

priorite "PRIO-03" {
  titre  = "Promotion des savoir-faire à l’international",
  source = "Communiqué du 8 juillet 2020, objectif 1",
  si     = parmi("promotion", dossier.objectifs),
  points = 10,
  motif  = "Le dossier poursuit l’objectif de promotion.",
  note   = "Choix du service, à valider : les points.",
}
