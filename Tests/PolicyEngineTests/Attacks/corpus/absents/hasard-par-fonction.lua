-- attendu : échec 8
-- L’adresse d’une fonction.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(t)
  return tostring(t) == "x"
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = passe }, minuscules("A"))),
  sinon = refus "non",
}
