-- attendu : refusé politique.type-de-valeur 3
-- Un paramètre calculé.
parametre "attaque_p" { titre = "x", valeurs = { { du = jour "2021-01-01", valeur = 1 + 1, source = "x" } } }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque_p > 1,
  sinon = refus "non",
}
