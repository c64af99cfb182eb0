-- attendu : échec 8
-- « %s » d’une table, qui montrerait une adresse.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(t)
  return string.format("%s", t) == "x"
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = {} }, minuscules("A"))),
  sinon = refus "non",
}
