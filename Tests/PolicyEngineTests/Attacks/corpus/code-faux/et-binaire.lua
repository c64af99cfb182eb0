-- attendu : refusé politique.operateur-de-bits 5
-- « & » d’un « and ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = (1 and 3) & 2 == 2,
  sinon = refus "non",
}
