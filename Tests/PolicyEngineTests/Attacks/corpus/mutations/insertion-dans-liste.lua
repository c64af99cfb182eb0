-- attendu : échec 8
-- Un élément ajouté à une liste du dossier.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(l)
  table.insert(l, 1)
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ l = dossier.demandes }, minuscules("L"))),
  sinon = refus "non",
}
