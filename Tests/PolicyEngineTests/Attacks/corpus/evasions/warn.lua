-- attendu : refusé politique.fonction-absente 5
-- Le nom « warn ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = warn("x") == 1,
  sinon = refus "non",
}
