-- attendu : refusé politique.fonction-absente 5
-- Le nom « rawset ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = rawset("x") == 1,
  sinon = refus "non",
}
