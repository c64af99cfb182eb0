-- attendu : arrêté instructions 4
-- La boucle est dans le motif d’une priorité.
local function attaque(n)
  while n > 0 do n = n + 1 end
  return n
end
priorite "ATTAQUE" {
  titre = "Attaque", source = "Essai", points = 1,
  motif = "{attaque(collectivite.population)}",
}
