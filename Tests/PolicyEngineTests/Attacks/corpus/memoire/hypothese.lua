-- attendu : échec 8
-- Une hypothèse de deux millions de signes.
local function long(n)
  local t = tostring(n)
  for _ = 1, 21 do t = t .. t end
  return t
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = defaut(collectivite.siren, long(1)) == "x",
  sinon = refus "non",
}
