-- attendu : échec 4
-- Un reste par zéro.
local function attaque(n)
  return n % (n - n) == 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
