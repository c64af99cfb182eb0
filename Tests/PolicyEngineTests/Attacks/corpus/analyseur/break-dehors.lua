-- attendu : refusé lua.break-hors-boucle 3
-- Un « break » hors d’une boucle.
break
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
