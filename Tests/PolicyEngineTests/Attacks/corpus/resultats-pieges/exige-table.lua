-- attendu : refusé politique.type 6
-- Une condition qui est une table.
local function attaque(n) return { n } end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
