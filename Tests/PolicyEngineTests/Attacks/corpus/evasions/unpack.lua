-- attendu : refusé politique.fonction-absente 5
-- Le nom « unpack ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = unpack("x") == 1,
  sinon = refus "non",
}
