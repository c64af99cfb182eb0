-- attendu : arrêté instructions 6
-- Un motif qui recule à chaque signe.
local function attaque(n)
  local t = "a"
  for _ = 1, 12 do t = t .. t end
  return string.match(t, ".-.-.-.-.-b") == "x" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
