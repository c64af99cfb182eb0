-- attendu : refusé politique.affectation-globale 3
-- Un paramètre affecté.
seuil = 1
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = seuil == 1,
  sinon = refus "non",
}
