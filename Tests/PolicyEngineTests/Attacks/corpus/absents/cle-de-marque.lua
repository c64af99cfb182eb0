-- attendu : inoffensif indeterminee
-- La marque interne des listes, lue dans une liste du dossier.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(l, cle)
  return l[cle] == true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = dossier.demandes }, minuscules("A")), "\1l"),
  sinon = refus "non",
}
