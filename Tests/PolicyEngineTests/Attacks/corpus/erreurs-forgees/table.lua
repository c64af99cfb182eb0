-- attendu : échec 4
-- Une erreur qui est une table.
local function attaque(n)
  if n > 0 then error({}) end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
