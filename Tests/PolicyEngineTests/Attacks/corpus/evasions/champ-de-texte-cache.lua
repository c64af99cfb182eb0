-- attendu : échec 8
-- Le champ d’un texte reçu en argument.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(t)
  return t[minuscules("REP")](" ", 1000000000) == ""
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = collectivite.nom }, minuscules("A"))),
  sinon = refus "non",
}
