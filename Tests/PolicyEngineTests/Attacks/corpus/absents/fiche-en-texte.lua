-- attendu : échec 9
-- Une fiche changée en texte.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = tostring(passe({ a = collectivite }, minuscules("A"))) == "x",
  sinon = refus "non",
}
