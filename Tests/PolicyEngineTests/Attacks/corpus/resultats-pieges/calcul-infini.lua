-- attendu : échec 3
-- Un calcul infini.
calcul "ATTAQUE" {
  titre = "Attaque", source = "Essai", nom = "attaque",
  valeur = -1 / 0,
}
