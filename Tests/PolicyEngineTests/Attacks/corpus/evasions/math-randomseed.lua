-- attendu : refusé politique.fonction-absente 5
-- Le nom « math.randomseed ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = math.randomseed("x") == 1,
  sinon = refus "non",
}
