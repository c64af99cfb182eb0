-- attendu : échec 9
-- Une table de données donnée pour motif.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = existe({ { nom = "presence" } }, passe({ a = presence }, minuscules("A"))),
  sinon = refus "non",
}
