-- attendu : inoffensif satisfaite
-- Une liste avec 0 / 0 : le même ordre à chaque fois.
local function attaque(n)
  local l = { 3, 0 / 0, 1, 0 / 0, 2 }
  table.sort(l)
  return nombre(l) == 5 and n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
