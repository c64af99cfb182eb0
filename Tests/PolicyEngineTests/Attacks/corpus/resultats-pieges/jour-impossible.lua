-- attendu : refusé politique.jour-impossible 5
-- Un jour qui n’existe pas.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = decision.date > jour "2021-02-30",
  sinon = refus "non",
}
