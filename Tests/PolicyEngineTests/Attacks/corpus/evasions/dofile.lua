-- attendu : refusé politique.fonction-absente 5
-- Le nom « dofile ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = dofile("x") == 1,
  sinon = refus "non",
}
