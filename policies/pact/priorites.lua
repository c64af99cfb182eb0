-- Les points de priorité du PACT 2 et du PACT 3, d’après les deux buts du PACT 2.
-- SPDX-License-Identifier: MIT

niveaux {
  { a_partir_de = 0, nom = "normale" },
  { a_partir_de = 30, nom = "haute" },
}

parametre "seuil_presence" {
  titre   = "Présence française faible : nombre maximal de coopérations recensées dans le pays",
  unite   = "coopérations",
  valeurs = {
    { du = jour "2011-02-04", valeur = 10, source = "Choix du service, à valider : aucune source ne chiffre la présence faible" },
  },
}

priorite "PRIO-01" {
  titre  = "Pays où les collectivités françaises sont peu présentes",
  source = "DAECT, présentation du PACT 2 à Fès, 4 février 2011 : premier but",
  si     = presence[demande.pays].nombre <= seuil_presence,
  points = 30,
  motif  = "{nom_pays(demande.pays)} : {presence[demande.pays].nombre} {presence[demande.pays].unite} ({presence[demande.pays].au}{si_sinon(presence[demande.pays].exemple, ', chiffre d’exemple', '')}) ; seuil : {seuil_presence}.",
  note   = "Choix du service, à valider : le seuil, les points et le tableau, dont les comptes sont souvent plus récents que le dossier. Le PACT 3 est le PACT 2 renommé : son but est tenu pour le même.",
}

priorite "PRIO-02" {
  titre  = "Demande d’une collectivité étrangère",
  source = "DAECT, présentation du PACT 2 à Fès, 4 février 2011 : second but",
  si     = demande.origine == "collectivite_etrangere",
  points = 20,
  motif  = "{nom_pays(demande.pays)} : demande de « {demande.demandeur} ».",
  note   = "Choix du service, à valider : les points. La source parle des collectivités du Sud ; aucune liste de pays n’est donnée, et toute collectivité étrangère compte.",
}
