-- attendu : arrêté instructions 6
-- Des remplacements par un motif qui explose.
local function attaque(n)
  local t = "a"
  for _ = 1, 10 do t = t .. t end
  return string.gsub(t, "a-a-a-a-b", "") == "x" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
