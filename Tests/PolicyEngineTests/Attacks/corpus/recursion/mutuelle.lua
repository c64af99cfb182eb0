-- attendu : arrêté instructions 4-5
-- Deux fonctions qui s’appellent.
local t = {}
function t.pair(n) return t.impair(n + 1) end
function t.impair(n) return t.pair(n + 1) end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t.pair(collectivite.population) > 0,
  sinon = refus "non",
}
