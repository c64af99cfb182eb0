-- Le régime PACT 2 : ses dates.
-- SPDX-License-Identifier: MIT

-- La première trace publique du programme est la présentation de Fès, le 4 février 2011 : en faire le
-- premier jour du régime est un choix du service, comme le dernier, veille du PACT 3.
regime "pact-2" {
  titre         = "PACT 2",
  du            = jour "2011-02-04",
  jusqu_au      = jour "2016-12-31",
  date_de_choix = "depot",
  inclut        = { "pact", "commun" },
  source        = "DAECT, présentation du PACT 2 à Fès, 4 février 2011 ; premier et dernier jour : choix du service",
  transition    = "Le dossier, déposé sous le PACT 2, est décidé après la fin de ce programme. Aucune source ne règle ce passage : la suite à donner relève de la DAECT.",
}
