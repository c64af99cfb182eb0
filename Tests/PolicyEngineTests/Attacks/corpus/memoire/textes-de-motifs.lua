-- attendu : échec 8
-- Un motif qui répète un long texte.
local function attaque(n)
  local t = "x"
  for _ = 1, 20 do t = t .. t end
  return t
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.population < 0,
  sinon = refus "{attaque(1)}{attaque(2)}{attaque(3)}{attaque(4)}",
}
