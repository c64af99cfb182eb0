-- attendu : inoffensif satisfaite
-- Un comparateur qui se contredit : un ordre tout de même, sans faute.
local function attaque(n)
  local l = { 3, 1, 2, 5, 4 }
  table.sort(l, function(_a, _b) return true end)
  return nombre(l) == 5 and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
