-- attendu : arrêté profondeur 5
-- Un itérateur qui en ouvre un autre.
local t = {}
function t.f()
  for _ in function() return t.f() end do return 1 end
  return 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t.f() == 1,
  sinon = refus "non",
}
