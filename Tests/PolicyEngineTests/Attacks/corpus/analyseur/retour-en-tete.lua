-- attendu : refusé lua.apres-return 4
-- Un « return » avant les règles.
return 1
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
