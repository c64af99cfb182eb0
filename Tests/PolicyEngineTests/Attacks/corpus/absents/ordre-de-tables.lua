-- attendu : échec 4
-- Des clés qui sont des tables, dont l’ordre tiendrait aux adresses.
local function attaque(t)
  for _ in pairs(t) do return true end
  return false
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque({ [{}] = 1, [{ 1 }] = 2 }),
  sinon = refus "non",
}
