-- attendu : inoffensif indeterminee
-- Un « assert » d’une condition inconnue.
local function attaque(u)
  assert(u == "x")
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.siren),
  sinon = refus "non",
}
