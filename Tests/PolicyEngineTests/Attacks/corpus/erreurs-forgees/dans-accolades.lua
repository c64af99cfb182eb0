-- attendu : échec 6
-- Une erreur dans les accolades d’un texte : le critère n’est pas « non satisfait ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "{error('x')}",
}
