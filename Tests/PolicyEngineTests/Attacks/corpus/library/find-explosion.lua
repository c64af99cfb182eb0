-- attendu : arrêté instructions 6
-- Un motif de texte qui explose : (a*)*b.
local function attaque(n)
  local t = "a"
  for _ = 1, 12 do t = t .. t end
  return string.find(t, "a*a*a*a*a*a*b") == 1 and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
