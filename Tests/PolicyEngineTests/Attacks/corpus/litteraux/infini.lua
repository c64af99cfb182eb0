-- attendu : inoffensif satisfaite
-- 1e400 est infini.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = 1e400 > 1e308,
  sinon = refus "non",
}
