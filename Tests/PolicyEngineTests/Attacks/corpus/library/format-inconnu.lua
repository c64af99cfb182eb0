-- attendu : inoffensif indeterminee
-- Un inconnu dans « string.format ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = string.format("%s", collectivite.siren) == "x",
  sinon = refus "non",
}
