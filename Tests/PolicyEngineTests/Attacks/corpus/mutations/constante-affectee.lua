-- attendu : refusé lua.constante-affectee 4
-- Une constante affectée.
local x <const> = 1
x = 2
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = x == 2,
  sinon = refus "non",
}
