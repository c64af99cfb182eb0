-- attendu : échec 5
-- Une erreur derrière un « or » qui n’est pas tenu.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.population < 0 or error("x") == 1,
  sinon = refus "non",
}
