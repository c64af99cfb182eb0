-- attendu : refusé politique.fonction-absente 5
-- Le nom « print ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = print("x") == 1,
  sinon = refus "non",
}
