-- attendu : échec 8
-- Le nombre qu’un jour tient en lui.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(j)
  return j[minuscules("N")] == 5
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = decision.date }, minuscules("A"))),
  sinon = refus "non",
}
