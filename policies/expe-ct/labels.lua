-- Les labels déjà accordés au demandeur par un programme plus ancien.
-- SPDX-License-Identifier: MIT

-- Deux noms de domaine sont le même nom à la casse près.
local function meme_domaine(gauche, droite)
  return minuscules(gauche) == minuscules(droite)
end

-- Une liste de labels absente ne vaut pas « aucun label » : la règle est alors indéterminée.
-- Le demandeur qui n’a aucun label le dit par une liste vide.
critere "LAB-01" {
  titre  = "Aucun label d’un autre programme en cours dans le même domaine",
  source = "Communiqué du 8 juillet 2020 : PACT 2 puis PACT 3 deviennent EXPE-CT",
  exige  = not existe(dossier.labels, function(label)
    return label.regime ~= "expe-ct"
      and meme_domaine(label.domaine, expertise.domaine)
      and label.accorde_le <= dossier.depose_le
      and label.expire_le >= dossier.depose_le
  end),
  sinon  = examen "Un label d’un programme plus ancien court encore pour le domaine « {expertise.domaine} » au jour du dépôt ; le passage au nouveau label relève de la DAECT.",
  note   = "Aucune source ne règle le sort des labels PACT 3 en cours. Une liste absente laisse l’avis « incomplet » : choix du service.",
}
