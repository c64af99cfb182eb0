-- attendu : refusé politique.fonction-absente 5
-- Le nom « pcall ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = pcall("x") == 1,
  sinon = refus "non",
}
