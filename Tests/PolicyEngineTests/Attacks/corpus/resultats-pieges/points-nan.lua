-- attendu : échec 3
-- Des points qui ne sont pas un nombre.
priorite "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  points = 0 / 0,
  motif = "x",
}
