-- attendu : refusé politique.virgule-decimale 5
-- Une virgule décimale.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = parmi(collectivite.population, { 0,5 }),
  sinon = refus "non",
}
