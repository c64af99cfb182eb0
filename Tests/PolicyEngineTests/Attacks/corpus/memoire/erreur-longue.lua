-- attendu : échec 6
-- Un message d’erreur d’un million de signes : il est coupé.
local function attaque(n)
  local t = "x"
  for _ = 1, 20 do t = t .. t end
  error(t)
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
