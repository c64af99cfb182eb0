-- attendu : arrêté instructions 4
-- Des répétitions dans des répétitions.
local function attaque(n)
  repeat repeat repeat n = n + 1 until false until false until false
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
