-- attendu : échec 8
-- Un motif de plusieurs millions de signes.
local function attaque(n)
  local t = "x"
  for _ = 1, 21 do t = t .. t end
  return t
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.population < 0,
  sinon = refus "{attaque(1)}",
}
