-- attendu : refusé politique.fonction-absente 5
-- Le nom « type ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = type("x") == 1,
  sinon = refus "non",
}
