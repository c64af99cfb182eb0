-- attendu : échec 10
-- Une clé de deux millions de signes cherchée dans une table de données.
local function long(n)
  local t = tostring(n)
  for _ = 1, 21 do t = t .. t end
  return t
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = presence[long(1)].nombre > 3,
  sinon = refus "non",
}
