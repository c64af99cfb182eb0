-- attendu : refusé politique.close 3
-- Une variable qui se ferme.
local x <close> = nil
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = x == 1,
  sinon = refus "non",
}
