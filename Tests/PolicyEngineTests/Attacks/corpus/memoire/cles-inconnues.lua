-- attendu : arrêté instructions 5
-- Mille clés longues, toutes absentes.
local function long(i)
  local t = tostring(i)
  for _ = 1, 12 do t = t .. t end
  return t
end
local function liste(n)
  local l = {}
  for i = 1, n do l[i] = long(i) end
  return l
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = tous(liste(500), function(cle) return not connu(presence[cle].nombre) end),
  sinon = refus "non",
}
