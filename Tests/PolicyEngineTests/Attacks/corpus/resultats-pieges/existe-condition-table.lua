-- attendu : échec 9
-- Une fonction de « existe » qui rend une table.
local function attaque(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = existe({ 1, 2 }, function(e) return attaque({ a = { e } }, minuscules("A")) end),
  sinon = refus "non",
}
