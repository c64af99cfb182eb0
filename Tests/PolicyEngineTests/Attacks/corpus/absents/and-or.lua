-- attendu : refusé politique.and-or 5
-- Un choix par « and » et « or ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = (collectivite.population > 5 and 1 or 2) == 1,
  sinon = refus "non",
}
