-- attendu : inoffensif satisfaite
-- Un calcul qui rend deux mille éléments.
local function attaque_p(n)
  local t = {}
  for i = 1, n do t[i] = i end
  return t
end
calcul "ATTAQUE" {
  titre = "Attaque", source = "Essai", nom = "attaque",
  valeur = attaque_p(2000),
}
