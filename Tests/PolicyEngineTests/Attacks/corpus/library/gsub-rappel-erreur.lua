-- attendu : échec 4
-- Un remplacement qui échoue.
local function attaque(n)
  return string.gsub("abc", ".", function(c) error(c) end) == "x" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
