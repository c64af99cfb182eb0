-- attendu : refusé politique.fonction-absente 5
-- Le nom « string.dump ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = string.dump("x") == 1,
  sinon = refus "non",
}
