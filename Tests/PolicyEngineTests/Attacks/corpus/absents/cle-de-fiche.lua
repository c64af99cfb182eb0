-- attendu : inoffensif indeterminee
-- Un champ absent nommé par un texte composé.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite["si" .. "ren"] == "245900428",
  sinon = refus "non",
}
