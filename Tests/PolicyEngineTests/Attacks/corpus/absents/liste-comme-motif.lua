-- attendu : échec 9
-- Une liste du dossier donnée pour motif.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = existe({ { 1 } }, passe({ a = dossier.pieces }, minuscules("A"))),
  sinon = refus "non",
}
