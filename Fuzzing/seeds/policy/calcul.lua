local jalons = { jour "2021-01-01", jour "2022-01-01" }
calcul "K" {
  titre = "Essai", source = "Essai", nom = "prochain",
  valeur = premier(jalons, function(j) return j >= decision.date end), sinon = "aucun",
}
signalement "S" {
  titre = "Essai", source = "Essai", si = prochain - decision.date > jours(30),
  message = "Prochain : {prochain}.",
}
