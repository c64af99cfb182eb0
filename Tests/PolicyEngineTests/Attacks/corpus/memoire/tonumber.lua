-- attendu : échec 6
-- « tonumber » d’un million de chiffres.
local function attaque(n)
  local t = "1"
  for _ = 1, 20 do t = t .. t end
  for _ = 1, 100000 do if tonumber(t) == 1 then n = n + 1 end end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
