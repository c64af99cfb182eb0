-- attendu : refusé politique.fonction-absente 5
-- Le nom « select ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = select("x") == 1,
  sinon = refus "non",
}
