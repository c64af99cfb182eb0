-- Qui peut demander le label : la nature du demandeur.
-- SPDX-License-Identifier: MIT

local natures_collectivites = {
  "commune", "departement", "region", "statut_particulier", "collectivite_outre_mer",
}

local natures_groupements = {
  "communaute_communes", "communaute_agglomeration", "communaute_urbaine", "metropole",
  "etablissement_public_territorial", "syndicat_communes", "syndicat_mixte", "petr",
  "pole_metropolitain",
}

local natures_associations = { "association_collectivites", "association_thematique", "reseau" }

local natures_refusees = { "service_etat", "collectivite_etrangere" }

critere "ELIG-01" {
  titre  = "Demandeur cité par le programme : collectivité, groupement, association ou réseau de collectivités",
  source = "Communiqué du 8 juillet 2020, objectif 1",
  si     = not parmi(collectivite.nature, natures_refusees),
  exige  = parmi(collectivite.nature, natures_collectivites)
        or parmi(collectivite.nature, natures_groupements)
        or parmi(collectivite.nature, natures_associations),
  sinon  = examen "La nature du demandeur n’est pas citée par le programme ; l’admettre relève de la DAECT. Nature déclarée : {collectivite.nature}.",
  note   = "Le communiqué cite les collectivités et leurs associations, sans exclure les autres organismes, que PACT 3 admettait. Les groupements sont tenus pour des collectivités : choix du service.",
}
