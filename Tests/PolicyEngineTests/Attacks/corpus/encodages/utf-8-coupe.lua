-- attendu : refusé politique.encodage 8
-- Un signe coupé à la fin du fichier.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
-- fin �