-- attendu : inoffensif satisfaite
-- Une table faite pendant la règle : elle se change, et ne sert qu’à elle.
local function attaque(n)
  local l = {}
  for i = 1, 3 do table.insert(l, i * n) end
  l[1] = nil
  return l[2] == 2 * n
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
