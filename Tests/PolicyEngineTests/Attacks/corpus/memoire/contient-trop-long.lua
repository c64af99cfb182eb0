-- attendu : échec 6
-- Une recherche de longs textes.
local function attaque(n)
  local t = "a"
  for _ = 1, 20 do t = t .. t end
  return contient(t, t) and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
