-- Ce que l’instructeur doit savoir sous les trois programmes. Un signalement ne change jamais l’avis.
-- SPDX-License-Identifier: MIT

local siren_metropole_de_lyon = "200046977"

-- Les deux natures que les sources donnent à la Collectivité européenne d’Alsace.
local natures_alsace = { "departement", "statut_particulier" }

signalement "SIG-03" {
  titre   = "La Métropole de Lyon est une collectivité à statut particulier",
  source  = "Constitution, article 72",
  si      = collectivite.siren == siren_metropole_de_lyon and collectivite.nature == "metropole",
  message = "La Métropole de Lyon est déclarée comme métropole, c’est-à-dire comme un établissement public de coopération intercommunale ; elle est une collectivité à statut particulier.",
}

-- Le numéro SIREN de la Collectivité européenne d’Alsace n’est pas connu ici : la règle lit le nom.
signalement "SIG-04" {
  titre   = "Collectivité européenne d’Alsace : les sources divergent",
  source  = "Constitution, article 72 ; listes des collectivités à statut particulier : six ou sept selon les sources",
  si      = contient(minuscules(collectivite.nom), "alsace")
        and parmi(collectivite.nature, natures_alsace),
  message = "La Collectivité européenne d’Alsace est une collectivité à statut particulier pour les unes des sources, un département pour les autres. Nature déclarée : {collectivite.nature}.",
  note    = "Choix du service : admettre les deux natures et le signaler.",
}

signalement "SIG-05" {
  titre   = "Pays prioritaire de l’aide française",
  source  = "CICID des 31 juillet 2013 et 8 février 2018 ; loi du 4 août 2021",
  du      = jour "2013-07-31",
  si      = parmi(demande.pays, pays_prioritaires),
  message = "{nom_pays(demande.pays)} : pays prioritaire de l’aide française au jour du dépôt.",
  note    = "Choix du service : signaler, sans points ni refus. Aucune liste plus ancienne que le 31 juillet 2013 n’est connue ; la liste a été abandonnée en juillet 2023.",
}
