-- attendu : arrêté instructions 6
-- Un parcours par un motif qui explose.
local function attaque(n)
  local t = "a"
  for _ = 1, 12 do t = t .. t end
  for _ in string.gmatch(t, "a*a*a*a*b") do n = n + 1 end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
