-- attendu : échec 7
-- Une validité dont la fin est un nombre.
local function attaque(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
validite "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  debut = decision.date, fin = attaque({ a = 1 }, minuscules("A")),
}
