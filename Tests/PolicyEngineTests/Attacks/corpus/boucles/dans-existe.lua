-- attendu : arrêté instructions 4
-- La boucle est dans la fonction que « existe » appelle.
local function attaque(n)
  while n > 0 do n = n + 1 end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = existe(expertise.references, function(r) return attaque(r.annee) end),
  sinon = refus "non",
}
