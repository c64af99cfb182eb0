-- attendu : refusé politique.fonction-absente 5
-- Le nom « os.getenv ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = os.getenv("x") == 1,
  sinon = refus "non",
}
