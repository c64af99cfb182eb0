-- attendu : arrêté instructions 5
-- Une liste qui grandit pendant qu’on la parcourt.
local function attaque(n)
  local l = { 1 }
  for _, x in ipairs(l) do table.insert(l, x) end
  return nombre(l) > n
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
