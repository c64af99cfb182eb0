-- attendu : arrêté instructions 6
-- « majuscules » d’un long texte, mille fois.
local function attaque(n)
  local t = "é"
  for _ = 1, 14 do t = t .. t end
  for _ = 1, 100000 do n = n + string.len(majuscules(t)) end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
