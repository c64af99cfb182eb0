-- attendu : refusé politique.fonction-absente 5
-- Le nom « load ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = load("x") == 1,
  sinon = refus "non",
}
