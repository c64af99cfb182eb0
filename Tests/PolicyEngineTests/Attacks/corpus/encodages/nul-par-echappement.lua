-- attendu : inoffensif non_satisfaite
-- L’octet zéro par échappement.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.nom == "Commune d’essai\0",
  sinon = refus "a\0b {string.len('ab')}",
}
