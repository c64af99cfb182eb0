-- attendu : refusé politique.fonction-absente 5
-- Le nom « rawlen ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = rawlen("x") == 1,
  sinon = refus "non",
}
