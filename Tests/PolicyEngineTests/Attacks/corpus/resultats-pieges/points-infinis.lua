-- attendu : échec 3
-- Des points infinis.
priorite "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  points = 1 / 0,
  motif = "x",
}
