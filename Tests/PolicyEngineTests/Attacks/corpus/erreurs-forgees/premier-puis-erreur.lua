-- attendu : échec 5
-- « premier » échoue puis… rien ne rattrape un échec.
local function attaque_imite(n)
  local e = premier({ n }, function(x) return x > 5 end, 0)
  error("rien : " .. e)
  return e
end
calcul "ATTAQUE" {
  titre = "Attaque", source = "Essai", nom = "attaque",
  valeur = attaque_imite(1),
}
