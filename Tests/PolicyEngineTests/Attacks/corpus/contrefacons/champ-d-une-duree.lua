-- attendu : échec 8
-- La nature qu’une durée tient en elle.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(j)
  return j[minuscules("NATURE")] == 5
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = mois(3) }, minuscules("A"))),
  sinon = refus "non",
}
