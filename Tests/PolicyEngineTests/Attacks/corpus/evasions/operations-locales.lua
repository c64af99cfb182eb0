-- attendu : refusé politique.nom-reserve 3
-- Une variable qui masque la table d’opérations du moteur.
local __ = { get = 1 }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
