-- attendu : arrêté instructions 6
-- Des morceaux de textes longs par milliers.
local function attaque(n)
  local t, k = "x", 0
  for _ = 1, 20 do t = t .. t end
  for i = 1, 1000 do k = k + string.len(string.sub(t, i)) end
  return k > n
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
