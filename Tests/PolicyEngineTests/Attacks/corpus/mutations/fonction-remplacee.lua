-- attendu : refusé politique.affectation-globale 3
-- Une fonction du moteur remplacée.
parmi = function() return true end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
