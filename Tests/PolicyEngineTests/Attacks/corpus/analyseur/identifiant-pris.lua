-- attendu : refusé politique.identifiant-en-double temoin.lua:9
-- L’identifiant de la règle témoin.
critere "TEMOIN" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
