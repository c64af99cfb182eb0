-- attendu : arrêté instructions 4
-- Une condition sans fin derrière un « and ».
local function attaque(n)
  while n > 0 and n < 1e300 do n = n + 1 end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
