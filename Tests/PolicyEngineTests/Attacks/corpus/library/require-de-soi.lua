-- attendu : refusé politique.nom-de-module 3
-- Un fichier qui se prend lui-même.
local m = require("essai.attaque")
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = m == 1,
  sinon = refus "non",
}
