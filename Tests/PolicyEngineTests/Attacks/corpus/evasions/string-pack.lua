-- attendu : refusé politique.fonction-absente 5
-- Le nom « string.pack ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = string.pack("x") == 1,
  sinon = refus "non",
}
