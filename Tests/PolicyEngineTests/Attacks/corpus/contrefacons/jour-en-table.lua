-- attendu : inoffensif non_satisfaite
-- Une table { n = … } n’est pas égale à un jour.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(j, j2)
  return j == j2
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = { n = 737909 } }, minuscules("A")), decision.date),
  sinon = refus "non",
}
