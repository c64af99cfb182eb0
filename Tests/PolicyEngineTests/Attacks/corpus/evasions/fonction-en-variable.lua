-- attendu : inoffensif satisfaite
-- Une fonction permise, prise dans une variable : la même.
local m = math.floor
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = m(2.5) == 2,
  sinon = refus "non",
}
