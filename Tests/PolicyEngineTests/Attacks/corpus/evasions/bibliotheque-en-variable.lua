-- attendu : refusé politique.sans-champ 6
-- Une bibliothèque prise dans une variable.
local s = string
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = s.rep("x", 100) == "",
  sinon = refus "non",
}
