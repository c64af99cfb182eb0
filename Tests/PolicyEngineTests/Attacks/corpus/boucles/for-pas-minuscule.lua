-- attendu : arrêté instructions 4
-- Un pas de décimal qui n’avance pas.
local function attaque(n)
  for _ = 1e16, 2e16, 0.5 do n = n + 1 end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
