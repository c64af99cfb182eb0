-- attendu : arrêté instructions 5
-- La longueur d’un long texte, mille fois.
local function attaque(n)
  local t = string.rep("é", 100000)
  for _ = 1, 100000 do n = n + utf8.len(t) end
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
