-- attendu : refusé politique.texte-mal-forme 4
-- Un motif dont le crochet reste ouvert.
local function attaque(n)
  return string.find("x", "[a") == 1 and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
