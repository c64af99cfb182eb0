-- attendu : échec 5
-- L’opposé de la plus petite durée.
local function attaque(n)
  local d = jours(n)
  for _ = 1, 63 do d = d + d end
  return jours(0) - d > jours(1)
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(1),
  sinon = refus "non",
}
