-- attendu : refusé politique.env 3
-- Un environnement passé en paramètre.
local function f(_ENV) return collectivite end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = f({ collectivite = 1 }) == 1,
  sinon = refus "non",
}
