-- Qui peut demander le label sous le PACT 2.
-- SPDX-License-Identifier: MIT

local natures_citees = { "commune", "departement", "region", "association_thematique" }

-- Tenues pour citées avec les communes, les départements et les régions : choix du service.
local natures_assimilees = {
  "statut_particulier", "collectivite_outre_mer",
  "communaute_communes", "communaute_agglomeration", "communaute_urbaine", "metropole",
  "etablissement_public_territorial", "syndicat_communes", "syndicat_mixte", "petr",
  "pole_metropolitain",
}

-- Celles-là, ELIG-02 et ELIG-03 les refusent.
local natures_refusees = { "service_etat", "collectivite_etrangere" }

critere "ELIG-01" {
  titre  = "Demandeur cité par le programme : collectivité, groupement ou association thématique",
  source = "Banque des territoires, 2011 : villes, départements et régions ; communiqué du 8 juillet 2020 : associations thématiques labellisées",
  si     = not parmi(collectivite.nature, natures_refusees),
  exige  = parmi(collectivite.nature, natures_citees)
        or parmi(collectivite.nature, natures_assimilees),
  sinon  = examen "La nature du demandeur n’est pas citée par le PACT 2 ; l’admettre relève de la DAECT. Nature déclarée : {collectivite.nature}.",
  note   = "Choix du service : les groupements et les collectivités à statut particulier ou d’outre-mer sont tenus pour cités ; les autres organismes ne sont ni cités ni exclus.",
}
