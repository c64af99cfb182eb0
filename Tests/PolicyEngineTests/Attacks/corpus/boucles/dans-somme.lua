-- attendu : arrêté instructions 5
-- Une somme dont chaque terme est long.
local function attaque(n)
  local s = 0
  for i = 1, n do s = s + i end
  return s
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = somme(dossier.partenariats, function(p) return attaque(p.depuis * 100) end) > 0,
  sinon = refus "non",
}
