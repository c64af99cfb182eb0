-- attendu : échec 8
-- Une bibliothèque passée en argument.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(s)
  return s[minuscules("REP")]("x", 1000000000) == ""
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = string }, minuscules("A"))),
  sinon = refus "non",
}
