-- attendu : refusé lua.echappement-unicode 5
-- Un échappement au-delà de ce que Lua admet.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.nom == "\u{FFFFFFFFFF}",
  sinon = refus "non",
}
