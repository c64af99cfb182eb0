-- attendu : échec 9
-- Une somme de textes.
local function attaque(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = somme({ 1, 2 }, function(e) return attaque({ a = tostring(e) }, minuscules("A")) end) > 0,
  sinon = refus "non",
}
