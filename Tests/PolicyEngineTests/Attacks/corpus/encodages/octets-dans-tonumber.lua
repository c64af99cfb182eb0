-- attendu : inoffensif non_satisfaite
-- Un nombre suivi de l’octet zéro n’est pas un nombre.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = connu(tonumber("10\0")),
  sinon = refus "non",
}
