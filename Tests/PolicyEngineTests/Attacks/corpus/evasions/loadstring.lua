-- attendu : refusé politique.fonction-absente 5
-- Le nom « loadstring ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = loadstring("x") == 1,
  sinon = refus "non",
}
