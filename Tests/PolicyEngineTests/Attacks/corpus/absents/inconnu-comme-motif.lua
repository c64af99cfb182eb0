-- attendu : inoffensif indeterminee
-- Un inconnu donné pour motif.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = existe({ { "collectivite.siren" } }, passe({ a = collectivite.siren }, minuscules("A"))),
  sinon = refus "non",
}
