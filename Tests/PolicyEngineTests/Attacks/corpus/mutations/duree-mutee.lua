-- attendu : échec 8
-- Une durée changée de l’intérieur.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(d)
  d.nature = "jours"
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ d = mois(3) }, minuscules("D"))),
  sinon = refus "non",
}
