-- attendu : inoffensif non_satisfaite
-- Un demi-codet et un signe au-delà d’Unicode par échappement.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.nom == "\u{D800}\u{7FFFFFFF}",
  sinon = refus "\u{D800}\u{7FFFFFFF}x",
}
