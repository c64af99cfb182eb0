-- attendu : refusé lua.nombre-mal-forme 5
-- Un nombre suivi de lettres.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = 3x == 3,
  sinon = refus "non",
}
