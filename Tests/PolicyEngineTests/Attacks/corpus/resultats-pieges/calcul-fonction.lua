-- attendu : inoffensif satisfaite
-- Un calcul qui rend une fonction : le verdict n’en montre rien.
local function attaque_f() return 1 end
calcul "ATTAQUE" {
  titre = "Attaque", source = "Essai", nom = "attaque",
  valeur = attaque_f,
}
