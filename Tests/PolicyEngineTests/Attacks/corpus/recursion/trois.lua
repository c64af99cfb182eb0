-- attendu : arrêté instructions 4-6
-- Un cercle de trois fonctions.
local t = {}
function t.a(n) return 1 + t.b(n) end
function t.b(n) return 1 + t.c(n) end
function t.c(n) return 1 + t.a(n) end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t.a(collectivite.population) > 0,
  sinon = refus "non",
}
