-- attendu : inoffensif satisfaite
-- Des points négatifs : permis, et montrés.
priorite "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  points = -1000000,
  motif = "x",
}
