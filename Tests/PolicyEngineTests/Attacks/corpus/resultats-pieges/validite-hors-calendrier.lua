-- attendu : échec 5
-- Une validité qui finit en l’an 12000.
validite "ATTAQUE" {
  titre = "Attaque", source = "Essai", arrondi = "dernier_jour",
  debut = decision.date, fin = debut + ans(9999),
}
