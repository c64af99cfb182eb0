-- attendu : inoffensif satisfaite
-- Une table dont les clés sont des jours.
local function attaque(n)
  local t, base = {}, jour "2021-01-01"
  for i = 1, 200 do t[base + jours(i)] = i end
  return t[base + jours(7)] == 7 and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
