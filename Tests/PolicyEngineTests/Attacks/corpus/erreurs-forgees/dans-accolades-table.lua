-- attendu : échec 6
-- Une erreur dans une table dans les accolades d’un texte.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "{nombre({error('x')})}",
}
