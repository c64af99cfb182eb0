-- attendu : inoffensif satisfaite
-- Des milliers de jours lus de textes tous différents : rien n’en reste pour la suite.
local function attaque(n)
  local base, k = jour "0001-01-01", 0
  for i = 1, 300 do
    if jour(tostring(base + jours(n + i))) > base then k = k + 1 end
  end
  return k == 300
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
