validite "V" {
  titre = "Essai", source = "Essai", arrondi = "dernier_jour",
  debut = decision.date, fin = debut + ans(3) + mois(1) - jours(1),
}
