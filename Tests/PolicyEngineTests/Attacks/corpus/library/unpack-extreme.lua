-- attendu : échec 5-6
-- « table.unpack » aux bornes des entiers.
local function attaque(n)
  local t = {}
  local _a = table.unpack(t, 0x7fffffffffffffff - 1, 0x7fffffffffffffff)
  local _b = table.unpack(t, 1 << 63, 0x7fffffffffffffff)
  return n > 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
