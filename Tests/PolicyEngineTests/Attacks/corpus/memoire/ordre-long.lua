-- attendu : arrêté instructions 7
-- La comparaison de deux longs textes, mille fois.
local function attaque(n)
  local t = "x"
  for _ = 1, 20 do t = t .. t end
  local a, b = t .. "y", t .. "z"
  for _ = 1, 100000 do if a < b then n = n + 1 end end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
