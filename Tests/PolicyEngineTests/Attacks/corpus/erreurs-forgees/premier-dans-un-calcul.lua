-- attendu : échec 4
-- Dans un calcul, une erreur qui imite l’absence d’élément ne le rend pas sans objet.
local function attaque_imite(n)
  if n > 0 then error("« premier » n’a trouvé aucun élément qui convienne") end
  return n
end
calcul "ATTAQUE" {
  titre = "Attaque", source = "Essai", nom = "attaque",
  valeur = attaque_imite(1),
}
