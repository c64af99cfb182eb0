-- attendu : refusé politique.operateur-de-bits 5
-- « 1 ~ (2 or 3) » vaut 0 dans Lua 5.4.4.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = 1 ~ (2 or 3) == 3,
  sinon = refus "non",
}
