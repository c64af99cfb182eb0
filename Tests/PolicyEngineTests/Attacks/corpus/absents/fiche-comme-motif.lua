-- attendu : échec 9
-- Une fiche du dossier donnée pour motif à « existe » : elle ne dit pas ce qui lui manque.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = existe({ { nom = collectivite.nom, nature = collectivite.nature, population = collectivite.population } }, passe({ a = collectivite }, minuscules("A"))),
  sinon = refus "non",
}
