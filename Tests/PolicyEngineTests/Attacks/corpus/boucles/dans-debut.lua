-- attendu : arrêté instructions 4
-- La boucle est dans « debut ».
local function attaque(n)
  while n > 0 do n = n + 1 end
  return jours(n)
end
validite "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  debut = decision.date + attaque(collectivite.population), fin = debut + jours(1),
}
