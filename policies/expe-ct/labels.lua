-- Les labels déjà accordés au demandeur, le renouvellement, et la durée du nouveau label.
-- SPDX-License-Identifier: MIT

-- Aucune source ne règle le renouvellement, l’extension, ni le sort des labels PACT 3 en cours :
-- ce que ce fichier en dit est un choix du service.
--
-- Une liste de labels absente ne vaut pas « aucun label » : les règles sont alors indéterminées.
-- Le demandeur qui n’a aucun label le dit par une liste vide.

-- Le texte en minuscules, sans les espaces du début ni de la fin.
local function sans_habillage(texte)
  local reste = minuscules(texte)
  while commence_par(reste, " ") do
    reste = string.sub(reste, 2)
  end
  while string.sub(reste, -1) == " " do
    reste = string.sub(reste, 1, -2)
  end
  return reste
end

-- Deux noms sont le même nom à la casse et aux espaces du début et de la fin près.
local function meme_nom(gauche, droite)
  return sans_habillage(gauche) == sans_habillage(droite)
end

-- Un label EXPE-CT, et non d’un programme plus ancien.
local function du_programme(label)
  return meme_nom(label.regime, "expe-ct")
end

-- Un label du même domaine que l’expertise.
local function du_domaine(label, domaine)
  return meme_nom(label.domaine, domaine)
end

-- Un label qui court ce jour-là, ses deux jours compris.
local function en_cours(label, jour_lu)
  return label.accorde_le <= jour_lu and label.expire_le >= jour_lu
end

-- Un label EXPE-CT du même domaine, en cours le jour du dépôt : celui qu’un renouvellement prolonge.
local function a_prolonger(label, domaine, depot)
  return du_programme(label) and du_domaine(label, domaine) and en_cours(label, depot)
end

-- Un renouvellement demandé pendant que le label du domaine court.
local function prolonge(le_dossier, domaine)
  return le_dossier.nature_demande == "renouvellement"
    and existe(le_dossier.labels, function(label)
      return a_prolonger(label, domaine, le_dossier.depose_le)
    end)
end

-- Le dernier jour du label à prolonger : le plus tardif, s’il y en a plusieurs.
local function terme(le_dossier, domaine)
  return premier(le_dossier.labels, function(label)
    return a_prolonger(label, domaine, le_dossier.depose_le)
      and tous(le_dossier.labels, function(autre)
        return not a_prolonger(autre, domaine, le_dossier.depose_le)
          or autre.expire_le <= label.expire_le
      end)
  end).expire_le
end

-- Le lendemain du terme, ou le jour de la décision quand le terme est passé.
local function lendemain(terme_lu, decision_lue)
  return si_sinon(terme_lu >= decision_lue, terme_lu + jours(1), decision_lue)
end

critere "LAB-01" {
  titre  = "Aucun label d’un autre programme en cours dans le même domaine",
  source = "Communiqué du 8 juillet 2020 : PACT 2 puis PACT 3 deviennent EXPE-CT",
  exige  = not existe(dossier.labels, function(label)
    return not du_programme(label)
      and du_domaine(label, expertise.domaine)
      and en_cours(label, dossier.depose_le)
  end),
  sinon  = examen "Un label d’un programme plus ancien court encore pour le domaine « {expertise.domaine} » au jour du dépôt ; le passage au nouveau label relève de la DAECT.",
  note   = "Aucune source ne règle le sort des labels PACT 3 en cours. Une liste absente laisse l’avis « incomplet » : choix du service. Deux domaines sont comparés sans la casse ni les espaces du début et de la fin ; les accents comptent.",
}

critere "LAB-02" {
  titre  = "Renouvellement : le label à renouveler est au dossier",
  source = "Communiqué du 8 juillet 2020, point 2",
  si     = dossier.nature_demande == "renouvellement",
  exige  = existe(dossier.labels, function(label)
    return du_domaine(label, expertise.domaine)
  end),
  sinon  = piece "Le renouvellement est demandé, mais le dossier ne montre aucun label pour le domaine « {expertise.domaine} » : le label est à joindre, ou la nature de la demande à corriger.",
  note   = "Choix du service : le label peut venir d’un programme plus ancien ; tant qu’il court, LAB-01 envoie la demande à l’examen.",
}

critere "LAB-03" {
  titre  = "Extension : un label EXPE-CT est en cours",
  source = "Communiqué du 8 juillet 2020, point 2",
  si     = dossier.nature_demande == "extension",
  exige  = existe(dossier.labels, function(label)
    return du_programme(label) and en_cours(label, dossier.depose_le)
  end),
  sinon  = piece "L’extension est demandée, mais le dossier ne montre aucun label EXPE-CT en cours au jour du dépôt : le label est à joindre, ou la nature de la demande à corriger.",
  note   = "Choix du service : l’extension ajoute un domaine à un label en cours.",
}

critere "LAB-04" {
  titre  = "Première demande ou extension : le domaine n’est pas déjà labellisé",
  source = "Communiqué du 8 juillet 2020, point 2",
  si     = dossier.nature_demande ~= "renouvellement",
  exige  = not existe(dossier.labels, function(label)
    return a_prolonger(label, expertise.domaine, dossier.depose_le)
  end),
  sinon  = examen "Un label EXPE-CT court déjà pour le domaine « {expertise.domaine} », jusqu’au {terme(dossier, expertise.domaine)} ; traiter la demande comme un renouvellement relève de la DAECT.",
  note   = "Choix du service : le label étant accordé par domaine, le même domaine se renouvelle et ne se demande pas deux fois.",
}

signalement "SIG-07" {
  titre   = "Renouvellement déposé après l’expiration du label",
  source  = "Communiqué du 8 juillet 2020, point 2",
  si      = dossier.nature_demande == "renouvellement"
        and existe(dossier.labels, function(label)
          return du_domaine(label, expertise.domaine)
        end)
        and not existe(dossier.labels, function(label)
          return du_domaine(label, expertise.domaine) and en_cours(label, dossier.depose_le)
        end),
  message = "Aucun label pour le domaine « {expertise.domaine} » n’était en cours au jour du dépôt : le renouvellement est instruit comme une première demande.",
  note    = "Choix du service : le retard ne fait pas refuser ; le label repart du jour de la décision (VAL-01).",
}

signalement "SIG-08" {
  titre   = "Un label du demandeur expire bientôt",
  source  = "Communiqué du 8 juillet 2020, point 2 : label de trois ans",
  si      = dossier.nature_demande ~= "renouvellement"
        and existe(dossier.labels, function(label)
          return du_programme(label)
            and entre(label.expire_le, decision.date, decision.date + mois(rappel_renouvellement))
        end),
  arrondi = "dernier_jour",
  message = "Un label EXPE-CT du demandeur expire dans les {rappel_renouvellement} mois qui suivent la décision : le demandeur peut être invité à en demander le renouvellement.",
  note    = "Choix du service, à valider : le délai.",
}

-- Décision le 27 janvier 2022 : du 27 janvier 2022 au 26 janvier 2025, ces deux jours compris.
validite "VAL-01" {
  titre   = "Durée du label",
  source  = "Communiqué du 8 juillet 2020, point 2",
  si      = not prolonge(dossier, expertise.domaine),
  debut   = decision.date,
  fin     = debut + ans(duree_label) - jours(1),
  arrondi = "dernier_jour",
  note    = "Choix du service : le label commence le jour de la décision et son dernier jour est compris ; un anniversaire qui n’existe pas est ramené au dernier jour du mois. Un domaine ajouté par extension a ses propres trois ans.",
}

-- Label jusqu’au 26 janvier 2025, renouvelé avant ce terme : du 27 janvier 2025 au 26 janvier 2028.
validite "VAL-02" {
  titre   = "Durée du label renouvelé avant son terme",
  source  = "Communiqué du 8 juillet 2020, point 2",
  si      = prolonge(dossier, expertise.domaine),
  debut   = lendemain(terme(dossier, expertise.domaine), decision.date),
  fin     = debut + ans(duree_label) - jours(1),
  arrondi = "dernier_jour",
  note    = "Choix du service : le label renouvelé prend la suite de l’ancien, sans perdre les jours qui restent ; décidé après le terme, il commence le jour de la décision et rien n’est accordé pour le passé.",
}
