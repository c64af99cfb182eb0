-- attendu : arrêté instructions 5
-- « string.format » de mille longs textes.
local function attaque(n)
  local t = string.rep("x", 60000)
  for _ = 1, 100000 do n = n + string.len(string.format("%s%s%s", t, t, t)) end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
