-- attendu : échec 8
-- Un fait affecté par un argument que le vérificateur ne suit pas.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(c)
  c.nature = "region"
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ c = collectivite }, minuscules("C"))),
  sinon = refus "non",
}
