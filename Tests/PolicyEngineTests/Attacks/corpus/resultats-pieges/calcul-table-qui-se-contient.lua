-- attendu : inoffensif satisfaite
-- Un calcul qui rend une table qui se contient.
local function attaque_p(n)
  local t = { n }
  t[2] = t
  return t
end
calcul "ATTAQUE" {
  titre = "Attaque", source = "Essai", nom = "attaque",
  valeur = attaque_p(1),
}
