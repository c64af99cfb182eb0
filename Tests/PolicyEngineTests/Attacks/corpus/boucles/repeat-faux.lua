-- attendu : arrêté instructions 4
-- Une répétition qui ne finit pas.
local function attaque(n)
  repeat n = n + 1 until false
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
