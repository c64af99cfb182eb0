-- attendu : refusé politique.fonction-absente 5
-- Le nom « loadfile ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = loadfile("x") == 1,
  sinon = refus "non",
}
