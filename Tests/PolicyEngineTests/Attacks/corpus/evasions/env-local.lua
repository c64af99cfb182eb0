-- attendu : refusé politique.env 3
-- Un environnement de remplacement.
local _ENV = { x = 1 }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
