-- attendu : arrêté instructions 4
-- Une récursion par la fonction que « existe » appelle.
local t = {}
function t.f(l) return existe(l, function(_e) return t.f(l) end) end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t.f({ 1, 2 }),
  sinon = refus "non",
}
