-- attendu : échec 6
-- Un motif de mille parenthèses.
local function attaque(n)
  local p = "()"
  for _ = 1, 10 do p = p .. p end
  return string.find("x", p) == 1 and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
