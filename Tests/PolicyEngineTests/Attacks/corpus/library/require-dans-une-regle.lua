-- attendu : refusé politique.require 5
-- Un fichier pris dans une condition.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = require("x") == 1,
  sinon = refus "non",
}
