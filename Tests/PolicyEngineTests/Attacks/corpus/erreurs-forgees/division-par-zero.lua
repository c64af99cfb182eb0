-- attendu : échec 4
-- Une division entière par zéro.
local function attaque(n)
  return n // (n - n) == 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
