-- attendu : inoffensif indeterminee
-- Un remplacement inconnu.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = string.gsub("abc", "b", collectivite.siren) == "x",
  sinon = refus "non",
}
