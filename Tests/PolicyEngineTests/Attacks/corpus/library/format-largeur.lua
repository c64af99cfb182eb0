-- attendu : refusé politique.texte-mal-forme 4
-- « string.format » d’une largeur démesurée.
local function attaque(n)
  return string.format("%1000d", n) == "x"
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
