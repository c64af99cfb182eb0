-- attendu : refusé politique.type 4
-- Un remplacement qui rend une table.
local function attaque(n)
  return string.gsub("abc", ".", function(c) return { c } end) == "x" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
