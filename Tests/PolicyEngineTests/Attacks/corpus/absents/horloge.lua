-- attendu : refusé politique.fonction-absente 5
-- L’horloge.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = os.clock() > 0,
  sinon = refus "non",
}
