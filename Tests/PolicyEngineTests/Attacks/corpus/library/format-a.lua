-- attendu : refusé politique.texte-mal-forme 4
-- « %a », qui dépend de la bibliothèque du système.
local function attaque(n)
  return string.format("%a", n) == "x"
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
