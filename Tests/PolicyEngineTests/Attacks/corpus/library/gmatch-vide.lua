-- attendu : arrêté instructions 6
-- Un parcours de vides.
local function attaque(n)
  local t = "a"
  for _ = 1, 20 do t = t .. t end
  for _ in string.gmatch(t, "") do n = n + 1 end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
