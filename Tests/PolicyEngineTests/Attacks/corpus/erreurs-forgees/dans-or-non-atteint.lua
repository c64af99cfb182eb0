-- attendu : inoffensif satisfaite
-- Une erreur derrière un « or » déjà tenu n’a pas lieu.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.population > 0 or error("x") == 1,
  sinon = refus "non",
}
