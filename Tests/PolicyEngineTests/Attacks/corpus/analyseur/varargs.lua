-- attendu : refusé politique.points-de-suspension 3
-- Les arguments en nombre quelconque.
local function attaque(...) return 1 end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(1, 2) == 1,
  sinon = refus "non",
}
