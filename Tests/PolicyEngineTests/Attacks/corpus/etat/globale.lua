-- attendu : refusé politique.affectation-globale 3
-- Une variable globale.
compteur = 0
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
