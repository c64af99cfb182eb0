-- attendu : refusé politique.methode 6
-- Une méthode de texte sur une variable.
local t = "x"
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t:rep(1000000000) == "",
  sinon = refus "non",
}
