-- attendu : arrêté instructions 4
-- Un compte dont le corps est vide.
local function attaque(n)
  for _ = 1, 1000000000 do end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
