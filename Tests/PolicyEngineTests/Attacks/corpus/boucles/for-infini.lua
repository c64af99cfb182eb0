-- attendu : arrêté instructions 4
-- Un compte sans borne : 1 / 0.
local function attaque(n)
  for i = 1, 1 / 0 do n = n + i end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
