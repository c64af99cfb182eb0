-- Ce que le dossier dit de chaque expertise : les trois parties du dossier.
-- SPDX-License-Identifier: MIT

-- Le PACT 2 décrit ces trois parties. Les reprendre pour le PACT 3 et pour EXPE-CT est un choix du
-- service : aucune liste des pièces n’est connue pour eux.
--
-- Première partie : le savoir-faire. Deuxième partie : les références qui le font reconnaître.
-- Troisième partie : les experts et les conditions dans lesquelles ils sont disponibles.

parametre "references_minimum" {
  titre   = "Nombre minimal de références par expertise",
  unite   = "références",
  valeurs = {
    { du = jour "2011-02-04", valeur = 1, source = "Choix du service, à valider : aucune source ne donne de minimum" },
  },
}

critere "EXP-01" {
  titre  = "Au moins une expertise proposée",
  source = "Banque des territoires, 2011 : candidature pour un ou plusieurs domaines ; communiqué du 8 juillet 2020 : experts labellisés dans des domaines d’intervention",
  exige  = nombre(dossier.expertises) >= 1,
  sinon  = piece "Le dossier ne propose aucune expertise.",
}

critere "EXP-02" {
  titre  = "Domaine de l’expertise",
  source = "Banque des territoires, 2011 : candidature pour un ou plusieurs domaines ; communiqué du 8 juillet 2020 : experts labellisés dans des domaines d’intervention",
  exige  = renseigne(expertise.domaine),
  sinon  = piece "Le domaine de l’expertise « {expertise.intitule} » n’est pas nommé.",
  note   = "Aucune liste fermée des domaines n’est connue : le nom est libre.",
}

critere "EXP-03" {
  titre  = "Première partie du dossier : description du savoir-faire",
  source = "DAECT, présentation du PACT 2 à Fès, 4 février 2011 : dossier en trois parties",
  exige  = renseigne(expertise.savoir_faire),
  sinon  = piece "La première partie du dossier manque : le savoir-faire n’est pas décrit.",
  note   = "Choix du service pour le PACT 3 et pour EXPE-CT : les trois parties du PACT 2 sont reprises, faute de liste connue.",
}

critere "EXP-04" {
  titre  = "Deuxième partie du dossier : références",
  source = "DAECT, présentation du PACT 2 à Fès, 4 février 2011 : dossier en trois parties",
  exige  = nombre(expertise.references) >= references_minimum,
  sinon  = piece "La deuxième partie du dossier est à compléter : références présentées, {nombre(expertise.references)} ; minimum, {references_minimum}.",
  note   = "Choix du service pour le PACT 3 et pour EXPE-CT : les trois parties du PACT 2 sont reprises. Le minimum est un choix du service pour les trois programmes.",
}

critere "EXP-05" {
  titre  = "Troisième partie du dossier : experts",
  source = "DAECT, présentation du PACT 2 à Fès, 4 février 2011 : dossier en trois parties",
  exige  = renseigne(expertise.experts),
  sinon  = piece "La troisième partie du dossier est à compléter : aucun expert n’est présenté.",
  note   = "Choix du service pour le PACT 3 et pour EXPE-CT : les trois parties du PACT 2 sont reprises, faute de liste connue.",
}

critere "EXP-06" {
  titre  = "Troisième partie du dossier : conditions de mobilisation",
  source = "DAECT, présentation du PACT 2 à Fès, 4 février 2011 : dossier en trois parties",
  exige  = renseigne(expertise.conditions),
  sinon  = piece "La troisième partie du dossier est à compléter : les conditions de mobilisation de l’expertise manquent.",
  note   = "Choix du service pour le PACT 3 et pour EXPE-CT : les trois parties du PACT 2 sont reprises, faute de liste connue.",
}
