-- attendu : arrêté instructions 4
-- Une récursion derrière un « and », qui est une fonction du moteur.
local t = {}
function t.f(x) return x and t.f(x) end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t.f(collectivite.population > 0),
  sinon = refus "non",
}
