-- attendu : inoffensif indeterminee
-- Un inconnu comparé à lui-même.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.siren == collectivite.siren,
  sinon = refus "non",
}
