-- attendu : refusé politique.fonction-absente 5
-- Le nom « rawequal ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = rawequal("x") == 1,
  sinon = refus "non",
}
