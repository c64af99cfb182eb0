-- attendu : refusé politique.arguments 4
-- « %d » sans valeur.
local function attaque(n)
  return string.format("%d %d", n) == "x"
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
