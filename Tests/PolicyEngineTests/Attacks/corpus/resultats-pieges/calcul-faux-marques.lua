-- attendu : inoffensif satisfaite
-- Un calcul qui rend la table par laquelle le moteur montre un jour.
calcul "ATTAQUE" {
  titre = "Attaque", source = "Essai", nom = "attaque",
  valeur = { "jour", 737850 },
}
