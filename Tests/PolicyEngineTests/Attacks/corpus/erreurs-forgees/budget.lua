-- attendu : échec 4
-- Un message qui imite le budget.
local function attaque(n)
  if n > 0 then error("budget d’instructions épuisé") end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
