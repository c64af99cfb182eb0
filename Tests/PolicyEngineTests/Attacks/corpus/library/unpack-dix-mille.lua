-- attendu : arrêté instructions 5
-- Dix mille valeurs, passées et repassées.
local function attaque(n)
  local l = {}
  for i = 1, 10000 do l[i] = i end
  for _ = 1, 1000 do n = n + math.max(table.unpack(l)) end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
