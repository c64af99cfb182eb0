-- attendu : échec 5
-- Des textes et des nombres triés ensemble.
local function attaque(n)
  local l = { 3, "a", 2 }
  table.sort(l)
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
