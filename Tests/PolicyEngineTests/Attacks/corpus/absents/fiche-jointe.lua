-- attendu : échec 9
-- Une fiche jointe à un texte.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = "" .. passe({ a = collectivite }, minuscules("A")) == "x",
  sinon = refus "non",
}
