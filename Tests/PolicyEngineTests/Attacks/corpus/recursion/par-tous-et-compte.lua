-- attendu : arrêté instructions 4
-- Une récursion par « tous » et « compte ».
local t = {}
function t.f(l) return tous(l, function(_a) return compte(l, function(_b) return t.f(l) end) > 0 end) end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t.f({ 1, 2 }),
  sinon = refus "non",
}
