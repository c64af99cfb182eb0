-- attendu : arrêté instructions 4
-- Une boucle dont la condition est écrite vraie.
local function attaque(n)
  while true do end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
