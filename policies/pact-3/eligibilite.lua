-- Qui peut demander le label sous le PACT 3.
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

-- Les institutions publiques ou privées qui peuvent appuyer les collectivités françaises.
local natures_institutions = { "etablissement_public", "gip", "entreprise", "fondation" }

-- Celles-là, ELIG-02 et ELIG-03 les refusent.
local natures_refusees = { "service_etat", "collectivite_etrangere" }

critere "ELIG-01" {
  titre  = "Demandeur cité par le programme : collectivité, groupement, association, institution, entreprise ou fondation",
  source = "Wiki territorial du CNFPT, projection de l’expertise territoriale à l’international",
  si     = not parmi(collectivite.nature, natures_refusees),
  exige  = parmi(collectivite.nature, natures_collectivites)
        or parmi(collectivite.nature, natures_groupements)
        or parmi(collectivite.nature, natures_associations)
        or parmi(collectivite.nature, natures_institutions),
  sinon  = examen "La nature du demandeur n’est pas citée par le PACT 3 ; l’admettre relève de la DAECT. Nature déclarée : {collectivite.nature}.",
  note   = "La source cite les fondations d’entreprise : toute fondation est admise, et un groupement d’intérêt public l’est comme institution publique ; ce sont des choix du service.",
}
