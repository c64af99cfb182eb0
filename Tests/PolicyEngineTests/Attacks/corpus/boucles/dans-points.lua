-- attendu : arrêté instructions 4
-- La boucle est dans « points ».
local function attaque(n)
  while n > 0 do n = n + 1 end
  return n
end
priorite "ATTAQUE" {
  titre = "Attaque", source = "Essai", points = attaque(collectivite.population), motif = "x",
}
