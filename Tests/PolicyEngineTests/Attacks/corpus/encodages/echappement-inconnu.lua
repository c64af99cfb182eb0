-- attendu : refusé lua.echappement-inconnu 5
-- Un échappement que Lua n’a pas.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.nom == "\q",
  sinon = refus "non",
}
