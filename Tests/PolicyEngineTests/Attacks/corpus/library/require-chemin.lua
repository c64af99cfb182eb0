-- attendu : refusé politique.nom-de-module 3
-- Un fichier pris hors du répertoire.
local m = require("../../etc/passwd")
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = m == 1,
  sinon = refus "non",
}
