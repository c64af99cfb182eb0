-- attendu : refusé politique.nom-inconnu 5
-- Une variable globale lue.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = compteur == 1,
  sinon = refus "non",
}
