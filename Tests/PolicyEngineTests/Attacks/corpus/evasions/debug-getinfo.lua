-- attendu : refusé politique.fonction-absente 5
-- Le nom « debug.getinfo ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = debug.getinfo("x") == 1,
  sinon = refus "non",
}
