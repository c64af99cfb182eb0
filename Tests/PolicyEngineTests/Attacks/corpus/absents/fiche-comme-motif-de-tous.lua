-- attendu : échec 9
-- Une fiche du dossier donnée pour motif à « tous ».
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = tous({ { nom = "x" } }, passe({ a = collectivite }, minuscules("A"))),
  sinon = refus "non",
}
