-- attendu : refusé politique.affectation-externe 5
-- Un comparateur qui vide la liste qu’il trie : aucune faute du moteur.
local function attaque(n)
  local l = { 3, 1, 2, 5, 4 }
  table.sort(l, function(a, b) l[5] = nil return a < b end)
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
