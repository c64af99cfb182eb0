-- attendu : échec 9
-- L’appel de ce qui n’est pas une fonction.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(cle)
  local t = { a = 1, b = "b" }
  return t[cle](1) == 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = collectivite.nom }, minuscules("A"))),
  sinon = refus "non",
}
