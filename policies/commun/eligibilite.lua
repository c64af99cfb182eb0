-- Qui ne reçoit le label sous aucun des trois programmes.
-- SPDX-License-Identifier: MIT

-- Qui peut le demander dépend du programme : voir ELIG-01 dans le dossier de chaque régime.

critere "ELIG-02" {
  titre  = "Le demandeur n’est pas un service de l’État",
  source = "Organismes cités : Banque des territoires, 2011 (PACT 2) ; Wiki territorial du CNFPT (PACT 3) ; communiqué du 8 juillet 2020, objectif 1 (EXPE-CT)",
  exige  = collectivite.nature ~= "service_etat",
  sinon  = refus "Un service de l’État n’est ni une collectivité, ni un groupement, ni une association de collectivités : le label ne lui est pas ouvert.",
  note   = "Choix du service : aucune source ne parle des services de l’État.",
}

critere "ELIG-03" {
  titre  = "Le demandeur est français",
  source = "DAECT, présentation du PACT 2 à Fès, 4 février 2011 : label des collectivités territoriales françaises ; communiqué du 8 juillet 2020, objectifs 1 et 2",
  exige  = collectivite.nature ~= "collectivite_etrangere",
  sinon  = refus "Le label distingue des collectivités françaises et leurs associations. Une collectivité étrangère ne le reçoit pas, mais elle peut demander une mission à un organisme labellisé.",
}
