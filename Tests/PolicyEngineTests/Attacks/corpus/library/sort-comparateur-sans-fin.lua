-- attendu : arrêté instructions 5
-- Un comparateur qui boucle.
local function attaque(n)
  local l = { 3, 1, 2 }
  table.sort(l, function(a, b) while a > 0 do a = a + 1 end return a < b end)
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
