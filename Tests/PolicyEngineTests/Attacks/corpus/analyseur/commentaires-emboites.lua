-- attendu : inoffensif satisfaite
-- Des commentaires longs de niveaux différents.
--[==[ ]] ]=] critere "X" { exige = false } ]==]
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true --[[ and false ]],
  sinon = refus "non",
}
