-- attendu : arrêté instructions 4
-- Une récursion par « premier ».
local t = {}
function t.f(l) return premier(l, function(_e) return t.f(l) end, true) end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t.f({ 1, 2 }),
  sinon = refus "non",
}
