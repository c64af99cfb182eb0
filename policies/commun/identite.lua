-- Qui est le demandeur : numéros et forme juridique.
-- SPDX-License-Identifier: MIT

-- Ces organismes peuvent se faire connaître par leur numéro d’association (RNA).
local natures_associatives = { "association_collectivites", "association_thematique", "reseau" }

critere "IDENT-01" {
  titre  = "Numéro SIREN du demandeur",
  source = "INSEE, répertoire Sirene",
  si     = not parmi(collectivite.nature, natures_associatives)
       and collectivite.nature ~= "collectivite_etrangere",
  exige  = renseigne(collectivite.siren),
  sinon  = piece "Le numéro SIREN du demandeur manque.",
  note   = "Choix du service : aucune source ne donne la liste des pièces d’identité du dossier.",
}

critere "IDENT-02" {
  titre  = "Numéro SIREN ou RNA de l’association ou du réseau",
  source = "INSEE, répertoire Sirene ; répertoire national des associations",
  si     = parmi(collectivite.nature, natures_associatives),
  exige  = renseigne(collectivite.siren) or renseigne(collectivite.rna),
  sinon  = piece "L’association ou le réseau doit donner son numéro SIREN ou son numéro RNA.",
  note   = "Choix du service : une association déclarée n’a pas toujours de numéro SIREN.",
}

critere "IDENT-03" {
  titre  = "Code INSEE de la commune",
  source = "INSEE, code officiel géographique",
  si     = collectivite.nature == "commune",
  exige  = renseigne(collectivite.code_insee),
  sinon  = piece "Le code INSEE de la commune manque : le nom « {collectivite.nom} » ne suffit pas à la désigner.",
  note   = "Choix du service : des communes portent le même nom ; quatre s’appellent Saint-Denis.",
}

-- Sans catégorie juridique au dossier, ou si le tableau ne connaît pas le code, la règle est sans objet.
critere "IDENT-04" {
  titre  = "La nature déclarée s’accorde avec la catégorie juridique",
  source = "INSEE, catégories juridiques",
  si     = connu(collectivite.categorie_juridique)
       and existe(formes_juridiques, { code = collectivite.categorie_juridique }),
  exige  = existe(formes_juridiques, {
    code   = collectivite.categorie_juridique,
    nature = collectivite.nature,
  }),
  sinon  = piece "La catégorie juridique ne s’accorde pas avec la nature du demandeur : l’une des deux est à corriger. Catégorie déclarée : {collectivite.categorie_juridique} ; nature déclarée : {collectivite.nature}.",
  note   = "Choix du service : la vérification n’a lieu que si le code est au dossier et dans le tableau formes_juridiques.csv.",
}
