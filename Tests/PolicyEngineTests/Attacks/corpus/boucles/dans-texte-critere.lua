-- attendu : arrêté instructions 4
-- La boucle est dans les accolades du texte d’un critère.
local function attaque(n)
  while n > 0 do n = n + 1 end
  return n
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.population < 0,
  sinon = refus "{attaque(collectivite.population)}",
}
