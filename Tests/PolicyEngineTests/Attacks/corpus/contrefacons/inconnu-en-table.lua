-- attendu : échec 7
-- Une table de chemins n’est pas un inconnu.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = passe({ a = { "collectivite.siren" } }, minuscules("A")),
  sinon = refus "non",
}
