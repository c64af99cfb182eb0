-- attendu : refusé politique.operateur-de-bits 6
-- La même écriture dans les accolades d’un texte.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "{1 ~ (2 or 3)}",
}
