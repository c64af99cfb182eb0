-- attendu : inoffensif indeterminee
-- Un inconnu joint à un texte.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = "x" .. collectivite.siren == "x",
  sinon = refus "non",
}
