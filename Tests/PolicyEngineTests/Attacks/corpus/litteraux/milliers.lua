-- attendu : refusé politique.nombre-ambigu 5
-- Un nombre écrit à la française.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.population > 10.000,
  sinon = refus "non",
}
