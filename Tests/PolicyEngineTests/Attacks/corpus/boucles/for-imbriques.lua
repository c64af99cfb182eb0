-- attendu : arrêté instructions 4
-- Cinq comptes imbriqués de cent.
local function attaque(n)
  for _ = 1, 100 do for _ = 1, 100 do for _ = 1, 100 do for _ = 1, 100 do n = n + 1 end end end end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
