-- attendu : arrêté instructions 4
-- Un appel terminal, qui en Lua ne prendrait pas de pile.
local function attaque(n)
  return attaque(n + 1)
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population) > 0,
  sinon = refus "non",
}
