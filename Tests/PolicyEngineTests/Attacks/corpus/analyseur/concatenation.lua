-- attendu : inoffensif satisfaite
-- Cent morceaux de texte.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = string.len("a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a" .. "a") == 100,
  sinon = refus "non",
}
