-- attendu : échec 3
-- Une validité qui finit avant de commencer.
validite "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  debut = decision.date, fin = debut - jours(1),
}
