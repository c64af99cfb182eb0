-- attendu : refusé lua.echappement-decimal 5
-- Un octet de trop.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.nom == "\256",
  sinon = refus "non",
}
