-- Les tableaux que lit EXPE-CT seul, en plus de ceux de commun/donnees.lua.
-- SPDX-License-Identifier: MIT

-- Les comités de sélection, du plus ancien au plus récent.
donnees "comites" {
  fichier  = "donnees/comites.csv",
  colonnes = { date = "jour", limite = "jour", source = "texte" },
}

-- Les pays où l’aide publique au développement est suspendue, et depuis quand.
donnees "suspensions" {
  fichier  = "donnees/suspensions.csv",
  colonnes = { pays = "pays", suspendue_le = "jour", source = "texte" },
}

-- Les pays moins avancés (PMA). Le tableau répond à partir du 8 juillet 2020, premier jour
-- d’EXPE-CT : aucun programme plus ancien ne le lit.
donnees "pma" {
  fichier  = "donnees/pma.csv",
  cle      = "pays",
  complete = true,
  colonnes = { pays = "pays", source = "texte", remarque = "texte" },
}
