-- attendu : échec 4
-- Une table avec un champ « message ».
local function attaque(n)
  if n > 0 then error({ message = "tout va bien" }) end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
