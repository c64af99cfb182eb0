-- attendu : refusé politique.fonction-absente 5
-- Le nom « xpcall ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = xpcall("x") == 1,
  sinon = refus "non",
}
