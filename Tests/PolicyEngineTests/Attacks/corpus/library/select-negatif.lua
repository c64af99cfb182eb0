-- attendu : refusé politique.fonction-absente 4
-- « select » d’un rang négatif démesuré.
local function attaque(n)
  return select(-5, 1, 2) == 1 and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
