-- attendu : refusé lua.chaine-longue-non-terminee 5
-- Une chaîne longue qui n’est pas fermée.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.nom == [====[ x ]===],
  sinon = refus "non",
}
