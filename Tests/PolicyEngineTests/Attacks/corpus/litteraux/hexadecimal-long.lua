-- attendu : inoffensif satisfaite
-- Un hexadécimal de cent chiffres, que Lua réduit.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = 0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff == -1,
  sinon = refus "non",
}
