-- attendu : refusé politique.echec-au-chargement 4
-- Une récursion sans fin au chargement.
local t = {}
function t.f(n) return 1 + t.f(n) end
local total = t.f(1)
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = total > 0,
  sinon = refus "non",
}
