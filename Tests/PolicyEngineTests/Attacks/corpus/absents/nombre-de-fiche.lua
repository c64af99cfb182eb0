-- attendu : échec 9
-- Le nombre de champs d’une fiche.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = nombre(passe({ a = collectivite }, minuscules("A"))) == 0,
  sinon = refus "non",
}
