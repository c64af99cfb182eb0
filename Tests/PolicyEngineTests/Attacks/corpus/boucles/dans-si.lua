-- attendu : arrêté instructions 4
-- La boucle est dans « si ».
local function attaque(n)
  while n > 0 do n = n + 1 end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  si = attaque(collectivite.population),
  exige = collectivite.population > 0,
  sinon = refus "non",
}
