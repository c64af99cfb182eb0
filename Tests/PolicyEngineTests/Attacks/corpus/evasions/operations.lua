-- attendu : refusé politique.nom-inconnu 5
-- La table d’opérations du moteur.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = __.set(collectivite, "nature", "x") == 1,
  sinon = refus "non",
}
