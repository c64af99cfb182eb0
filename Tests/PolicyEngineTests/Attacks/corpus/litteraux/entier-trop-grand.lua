-- attendu : inoffensif satisfaite
-- Un entier plus grand que les entiers de Lua devient un décimal.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = 99999999999999999999 > 1e19,
  sinon = refus "non",
}
