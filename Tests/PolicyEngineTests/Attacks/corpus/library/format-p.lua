-- attendu : refusé politique.type 4
-- « %p », qui montrerait une adresse.
local function attaque(n)
  return string.format("%p", {}) == "x" and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
