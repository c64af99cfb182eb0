-- attendu : arrêté instructions 7
-- Une longue clé cherchée mille fois.
local function attaque(n)
  local x = "x"
  for _ = 1, 20 do x = x .. x end
  local t, cle = { [x .. "y"] = 1 }, x .. "y"
  for _ = 1, 100000 do n = n + t[cle] end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
