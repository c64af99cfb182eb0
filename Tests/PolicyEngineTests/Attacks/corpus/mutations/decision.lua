-- attendu : échec 8
-- Le jour de la décision changé.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(d)
  d.date = jour "1999-01-01"
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ d = decision }, minuscules("D"))),
  sinon = refus "non",
}
