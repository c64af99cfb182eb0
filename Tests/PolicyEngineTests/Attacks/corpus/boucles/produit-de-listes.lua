-- attendu : arrêté instructions 6
-- Des fonctions de liste l’une dans l’autre.
local function attaque(n)
  local l = {}
  for i = 1, 400 do l[i] = i end
  return existe(l, function(a) return existe(l, function(b) return a * b < 0 end) end)
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
