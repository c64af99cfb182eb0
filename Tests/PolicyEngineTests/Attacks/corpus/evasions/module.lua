-- attendu : refusé politique.fonction-absente 5
-- Le nom « module ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = module("x") == 1,
  sinon = refus "non",
}
