-- attendu : refusé politique.env 6
-- L’environnement dans les accolades d’un texte.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "{_ENV.x}",
}
