-- attendu : refusé politique.fonction-globale 3
-- Une fonction du moteur redéfinie.
function parmi() return true end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
