-- attendu : refusé politique.fonction-absente 5
-- Le nom « package.loadlib ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = package.loadlib("x") == 1,
  sinon = refus "non",
}
