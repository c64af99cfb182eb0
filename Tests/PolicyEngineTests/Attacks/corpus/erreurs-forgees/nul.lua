-- attendu : échec 4
-- Une erreur sans valeur.
local function attaque(n)
  if n > 0 then error(nil) end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
