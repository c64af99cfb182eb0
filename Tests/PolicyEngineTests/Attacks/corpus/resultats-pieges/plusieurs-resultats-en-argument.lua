-- attendu : inoffensif non_satisfaite
-- Douze résultats passés à une fonction du moteur.
local function attaque()
  return false, true, true, true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = si_sinon(attaque(), true, false),
  sinon = refus "non",
}
