-- attendu : inoffensif indeterminee
-- Un compte de ce qui est connu, sans « connu ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = compte({ collectivite.siren, collectivite.nom }, function(x) return x ~= "" end) == 1,
  sinon = refus "non",
}
