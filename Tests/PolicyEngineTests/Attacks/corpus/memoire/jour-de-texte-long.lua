-- attendu : échec 6
-- « jour » d’un long texte.
local function attaque(n)
  local t = "2"
  for _ = 1, 20 do t = t .. t end
  return jour(t) == jour "2020-01-01" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
