-- attendu : inoffensif non_satisfaite
-- Des nombres extrêmes dans un texte.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "{1 << 63} {0x7fffffffffffffff} {1e308} {5e-324} {0 / 0} {1 / 0} {-1 / 0} {-0.0}",
}
