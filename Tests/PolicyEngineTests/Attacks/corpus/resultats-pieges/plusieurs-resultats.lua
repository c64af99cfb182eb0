-- attendu : inoffensif non_satisfaite
-- Une fonction qui rend douze résultats : un seul compte.
local function attaque()
  return false, "satisfaite", {}, {}, {}, {}, {}, {}, {}, {}, true, 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(),
  sinon = refus "non",
}
