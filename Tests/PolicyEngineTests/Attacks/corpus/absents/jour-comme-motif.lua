-- attendu : échec 9
-- Un jour donné pour motif.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = existe({ { n = 737910 } }, passe({ a = decision.date }, minuscules("A"))),
  sinon = refus "non",
}
