-- attendu : échec 4
-- Une erreur qui est un booléen.
local function attaque(n)
  if n > 0 then error(false) end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
