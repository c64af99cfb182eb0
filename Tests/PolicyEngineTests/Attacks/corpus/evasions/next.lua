-- attendu : refusé politique.fonction-absente 5
-- Le nom « next ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = next("x") == 1,
  sinon = refus "non",
}
