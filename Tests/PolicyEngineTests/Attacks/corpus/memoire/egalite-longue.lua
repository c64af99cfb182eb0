-- attendu : arrêté instructions 7
-- L’égalité de deux longs textes, mille fois : le travail est compté.
local function attaque(n)
  local t = "x"
  for _ = 1, 20 do t = t .. t end
  local a, b = t .. "y", t .. "y"
  for _ = 1, 100000 do if a == b then n = n + 1 end end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
