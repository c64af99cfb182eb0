-- attendu : arrêté instructions 4
-- Une boucle dont la condition ne change pas.
local function attaque(n)
  while n > 0 do n = n + 1 end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
