-- attendu : arrêté instructions 4
-- La boucle est dans le message d’un signalement.
local function attaque(n)
  while n > 0 do n = n + 1 end
  return n
end
signalement "ATTAQUE" {
  titre = "Attaque", source = "Essai", si = collectivite.population > 0,
  message = "{attaque(collectivite.population)}",
}
