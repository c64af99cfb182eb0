-- attendu : arrêté instructions 6
-- De longs textes, aucun gardé : le total est compté aussi.
local function attaque(n)
  local t, k = "x", 0
  for _ = 1, 20 do t = t .. t end
  for i = 1, 1000 do k = k + string.len(t .. tostring(i)) end
  return k > n
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
