-- attendu : inoffensif indeterminee
-- Un élément de liste qui n’existe pas.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(l)
  return l[99] == 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = dossier.demandes }, minuscules("A"))),
  sinon = refus "non",
}
