-- attendu : échec 4
-- Un pas nul.
local function attaque(n)
  for i = 1, 10, 0 do n = n + i end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
