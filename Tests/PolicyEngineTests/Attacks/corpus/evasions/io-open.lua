-- attendu : refusé politique.fonction-absente 5
-- Le nom « io.open ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = io.open("x") == 1,
  sinon = refus "non",
}
