-- attendu : refusé politique.fonction-absente 5
-- Le nom « debug.sethook ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = debug.sethook("x") == 1,
  sinon = refus "non",
}
