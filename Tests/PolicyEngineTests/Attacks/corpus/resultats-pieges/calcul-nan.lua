-- attendu : échec 3
-- Un calcul qui n’est pas un nombre.
calcul "ATTAQUE" {
  titre = "Attaque", source = "Essai", nom = "attaque",
  valeur = 0 / 0,
}
