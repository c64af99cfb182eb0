-- attendu : échec 5
-- Une durée doublée jusqu’à dépasser les entiers.
local function attaque(n)
  local d = mois(n)
  for _ = 1, 63 do d = d + d end
  return d > mois(1)
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(1),
  sinon = refus "non",
}
