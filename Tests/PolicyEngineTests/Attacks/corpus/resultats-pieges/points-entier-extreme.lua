-- attendu : échec 3
-- Le plus petit entier.
priorite "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  points = 1 << 63,
  motif = "x",
}
