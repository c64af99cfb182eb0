-- attendu : refusé politique.fonction-absente 5
-- Le nom « math.random ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = math.random("x") == 1,
  sinon = refus "non",
}
