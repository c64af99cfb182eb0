-- Le régime PACT 3 : ses dates.
-- SPDX-License-Identifier: MIT

-- Le PACT 2 devient PACT 3 en 2017, un jour que les sources ne donnent pas : le 1er janvier est un
-- choix du service. Le dernier jour est la veille d’EXPE-CT.
-- Tout pays peut être choisi, Union européenne comprise : aucune règle n’en écarte.
regime "pact-3" {
  titre         = "PACT 3",
  du            = jour "2017-01-01",
  jusqu_au      = jour "2020-07-07",
  date_de_choix = "depot",
  inclut        = { "pact", "commun" },
  source        = "France Diplomatie, historique de PACT à EXPE-CT : renommé en 2017 ; premier jour : choix du service",
  transition    = "Le dossier, déposé sous le PACT 3, est décidé après la naissance d’EXPE-CT, le 8 juillet 2020. Aucune source ne règle ce passage : la suite à donner relève de la DAECT.",
}
