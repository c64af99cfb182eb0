-- attendu : échec 5
-- Un comparateur qui échoue.
local function attaque(n)
  local l = { 3, 1, 2 }
  table.sort(l, function(a, b) error("x") return a < b end)
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
