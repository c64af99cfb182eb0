-- attendu : arrêté instructions 6
-- « minuscules » d’un long texte, mille fois : le travail est compté.
local function attaque(n)
  local t = "X"
  for _ = 1, 15 do t = t .. t end
  for _ = 1, 100000 do n = n + string.len(minuscules(t)) end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
