-- attendu : refusé politique.affectation-globale 4
-- Une variable globale dans une fonction.
local function attaque()
  compteur = 1
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(),
  sinon = refus "non",
}
