-- attendu : refusé politique.operateur-de-bits 5
-- « ~ » d’un « or ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = ~(1 or 2) == -2,
  sinon = refus "non",
}
