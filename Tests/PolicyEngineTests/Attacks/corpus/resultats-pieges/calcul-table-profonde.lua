-- attendu : inoffensif satisfaite
-- Un calcul qui rend une table très profonde.
local function attaque_p(n)
  local t = { n }
  for _ = 1, 5000 do t = { t } end
  return t
end
calcul "ATTAQUE" {
  titre = "Attaque", source = "Essai", nom = "attaque",
  valeur = attaque_p(1),
}
