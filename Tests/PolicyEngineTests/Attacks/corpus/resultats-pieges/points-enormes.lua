-- attendu : échec 3
-- Des points démesurés.
priorite "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  points = 1e300,
  motif = "x",
}
