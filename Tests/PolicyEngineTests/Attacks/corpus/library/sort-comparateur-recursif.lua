-- attendu : arrêté profondeur 5
-- Un comparateur qui trie.
local t = {}
function t.f(l)
  table.sort(l, function(a, b) return t.f({ a, b }) end)
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t.f({ 2, 1 }),
  sinon = refus "non",
}
