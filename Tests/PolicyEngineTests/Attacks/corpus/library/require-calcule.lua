-- attendu : refusé politique.require 3
-- Un fichier dont le nom est calculé.
local m = require("es" .. "sai")
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = m == 1,
  sinon = refus "non",
}
