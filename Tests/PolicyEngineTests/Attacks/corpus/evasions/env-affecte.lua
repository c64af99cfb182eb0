-- attendu : refusé politique.affectation-globale 3
-- L’environnement remplacé.
_ENV = {}
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
