-- attendu : refusé politique.fonction-absente 5
-- Le nom « rawget ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = rawget("x") == 1,
  sinon = refus "non",
}
