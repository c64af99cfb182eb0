-- attendu : refusé politique.cercle 3
-- Un calcul qui se lit lui-même dans son texte.
calcul "ATTAQUE" {
  titre = "A", source = "Essai", nom = "soi", si = collectivite.population > 0, valeur = soi,
}
