-- attendu : échec 7
-- Une condition qui est une fonction.
local function attaque(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque({ vrai = function() return true end }, minuscules("VRAI")),
  sinon = refus "non",
}
