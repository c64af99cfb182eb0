-- attendu : inoffensif satisfaite
-- Un calcul qui rend une table à champs : le verdict n’en montre rien.
calcul "ATTAQUE" {
  titre = "Attaque", source = "Essai", nom = "attaque",
  valeur = { resultat = "satisfaite", avis = "favorable" },
}
