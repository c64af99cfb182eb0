-- attendu : refusé politique.nom-masque 3
-- Une fonction du moteur masquée.
local function parmi(x, l) return x == l end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = parmi(1, 1),
  sinon = refus "non",
}
