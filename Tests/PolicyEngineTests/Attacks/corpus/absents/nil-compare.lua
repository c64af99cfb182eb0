-- attendu : refusé politique.nil-compare 5
-- Un fait comparé à « nil ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.siren == nil,
  sinon = refus "non",
}
