-- attendu : échec 8
-- Un calcul dont la valeur est un texte de deux millions de signes.
local function attaque_texte(n)
  local t = tostring(n)
  for _ = 1, 21 do t = t .. t end
  return t
end
calcul "ATTAQUE" {
  titre = "Attaque", source = "Essai", nom = "attaque",
  valeur = attaque_texte(1),
}
