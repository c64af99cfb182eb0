-- attendu : inoffensif satisfaite
-- Le premier élément d’une liste du dossier, pris par une table : il y est bien.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(l)
  return l[1].pays == "MN"
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = dossier.demandes }, minuscules("A"))),
  sinon = refus "non",
}
