-- attendu : inoffensif non_satisfaite
-- Des octets invalides écrits par échappement, dans une condition et dans un texte.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.nom == "\xff\xfe",
  sinon = refus "\xff{collectivite.nom}\xc0\x80",
}
