-- attendu : refusé politique.fonction-absente 5
-- Le nom « os.time ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = os.time("x") == 1,
  sinon = refus "non",
}
