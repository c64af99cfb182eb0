-- Les experts que le programme cite.
-- SPDX-License-Identifier: MIT

critere "EXP-07" {
  titre  = "Au moins un expert élu ou agent territorial",
  source = "Communiqué du 8 juillet 2020 : savoir-faire des élus et des agents territoriaux",
  si     = nombre(expertise.experts) >= 1,
  exige  = existe(expertise.experts, { statut = "elu" })
        or existe(expertise.experts, { statut = "agent" }),
  sinon  = examen "Aucun des experts présentés n’est élu ni agent territorial ; l’admettre relève de la DAECT.",
  note   = "Choix du service : le communiqué cite les élus et les agents, sans exclure d’autres experts.",
}
