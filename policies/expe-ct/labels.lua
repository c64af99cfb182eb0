-- Les labels déjà accordés au demandeur par un programme plus ancien.
-- SPDX-License-Identifier: MIT

-- Le texte en minuscules, sans les espaces du début ni de la fin.
local function sans_habillage(texte)
  local reste = minuscules(texte)
  while string.sub(reste, 1, 1) == " " do
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

-- Une liste de labels absente ne vaut pas « aucun label » : la règle est alors indéterminée.
-- Le demandeur qui n’a aucun label le dit par une liste vide.
critere "LAB-01" {
  titre  = "Aucun label d’un autre programme en cours dans le même domaine",
  source = "Communiqué du 8 juillet 2020 : PACT 2 puis PACT 3 deviennent EXPE-CT",
  exige  = not existe(dossier.labels, function(label)
    return not meme_nom(label.regime, "expe-ct")
      and meme_nom(label.domaine, expertise.domaine)
      and label.accorde_le <= dossier.depose_le
      and label.expire_le >= dossier.depose_le
  end),
  sinon  = examen "Un label d’un programme plus ancien court encore pour le domaine « {expertise.domaine} » au jour du dépôt ; le passage au nouveau label relève de la DAECT.",
  note   = "Aucune source ne règle le sort des labels PACT 3 en cours. Une liste absente laisse l’avis « incomplet » : choix du service. Deux domaines sont comparés sans la casse ni les espaces du début et de la fin ; les accents comptent.",
}
