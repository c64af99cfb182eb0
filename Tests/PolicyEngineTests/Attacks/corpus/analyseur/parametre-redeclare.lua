-- attendu : refusé politique.nom-en-double regime.lua:6
-- Le paramètre du régime déclaré une seconde fois.
parametre "seuil" { titre = "x", valeurs = { { du = jour "2021-01-01", valeur = 1000, source = "x" } } }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = seuil == 1000,
  sinon = refus "non",
}
