-- attendu : refusé politique.texte-mal-forme 4
-- « %q », qui écrirait du Lua.
local function attaque(n)
  return string.format("%q", n) == "x"
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
