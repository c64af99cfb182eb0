-- attendu : arrêté instructions 4
-- La boucle est dans le « sinon » d’un calcul sans objet.
local function attaque(n)
  while n > 0 do n = n + 1 end
  return n
end
calcul "ATTAQUE" {
  titre = "Attaque", source = "Essai", nom = "attaque_vaine",
  si = collectivite.population < 0, valeur = 1,
  sinon = "{attaque(collectivite.population)}",
}
