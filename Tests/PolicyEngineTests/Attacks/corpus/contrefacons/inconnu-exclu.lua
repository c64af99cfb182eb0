-- attendu : inoffensif indeterminee
-- Le tiers exclu d’un inconnu.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.siren == "1" or collectivite.siren ~= "1",
  sinon = refus "non",
}
