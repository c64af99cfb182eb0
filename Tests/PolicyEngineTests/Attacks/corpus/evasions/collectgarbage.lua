-- attendu : refusé politique.fonction-absente 5
-- Le nom « collectgarbage ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectgarbage("x") == 1,
  sinon = refus "non",
}
