-- attendu : refusé politique.fonction-absente 5
-- Le nom « table.move ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = table.move("x") == 1,
  sinon = refus "non",
}
