-- attendu : refusé politique.fonction-absente 5
-- Le nom « coroutine.wrap ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = coroutine.wrap("x") == 1,
  sinon = refus "non",
}
