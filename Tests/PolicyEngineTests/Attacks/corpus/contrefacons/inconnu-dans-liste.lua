-- attendu : inoffensif indeterminee
-- Un inconnu parmi des textes.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = parmi("245900428", { collectivite.siren }),
  sinon = refus "non",
}
