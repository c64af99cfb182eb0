-- attendu : arrêté instructions 6
-- De longs textes, tous gardés.
local function attaque(n)
  local l, t = {}, "x"
  for _ = 1, 21 do t = t .. t end
  for i = 1, 1000 do l[i] = t .. tostring(i) end
  return nombre(l) > n
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
