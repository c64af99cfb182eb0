-- attendu : refusé lua.attribut-inconnu 3
-- Un attribut inconnu.
local x <frozen> = 1
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = x == 1,
  sinon = refus "non",
}
