-- attendu : échec 4
-- Un « assert » dont le message est une table.
local function attaque(n)
  assert(n < 0, { message = "x" })
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
