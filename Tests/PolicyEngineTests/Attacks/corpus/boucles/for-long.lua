-- attendu : arrêté instructions 4
-- Un compte jusqu’à un milliard.
local function attaque(n)
  for i = 1, 1000000000 do n = n + i end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
