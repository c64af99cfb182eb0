-- attendu : inoffensif non_satisfaite
-- Une somme qui dépasse les entiers : elle tourne, comme en Lua.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = somme({ 0x7fffffffffffffff, 1 }, function(e) return e end) > 0,
  sinon = refus "non",
}
