-- attendu : refusé politique.fonction-absente 5
-- Le nom « getmetatable ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = getmetatable("x") == 1,
  sinon = refus "non",
}
