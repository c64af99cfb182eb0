-- attendu : échec 4
-- Un « assert » dont le message imite une limite.
local function attaque(n)
  assert(n < 0, "stack overflow")
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
