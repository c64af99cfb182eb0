-- attendu : refusé politique.cercle 3
-- Deux calculs qui se lisent.
calcul "ATTAQUE" {
  titre = "A", source = "Essai", nom = "aller", valeur = retour + 1,
}
calcul "ATTAQUE-2" {
  titre = "B", source = "Essai", nom = "retour", valeur = aller + 1,
}
