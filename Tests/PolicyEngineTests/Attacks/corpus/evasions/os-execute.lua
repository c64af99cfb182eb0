-- attendu : refusé politique.fonction-absente 5
-- Le nom « os.execute ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = os.execute("x") == 1,
  sinon = refus "non",
}
