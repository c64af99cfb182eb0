-- attendu : refusé politique.env 5
-- L’environnement nommé dans une expression.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = _ENV.load == 1,
  sinon = refus "non",
}
