-- attendu : refusé politique.texte-mal-forme 4
-- Une capture qui n’existe pas.
local function attaque(n)
  return string.find("x", "%9") == 1 and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
