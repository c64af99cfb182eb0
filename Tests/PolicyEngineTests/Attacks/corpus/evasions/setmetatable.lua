-- attendu : refusé politique.fonction-absente 5
-- Le nom « setmetatable ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = setmetatable("x") == 1,
  sinon = refus "non",
}
