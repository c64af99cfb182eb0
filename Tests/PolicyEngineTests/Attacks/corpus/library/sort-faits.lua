-- attendu : échec 8
-- Une liste du dossier triée.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(l)
  table.sort(l, function(a, b) return a.pays < b.pays end)
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ l = dossier.demandes }, minuscules("L"))),
  sinon = refus "non",
}
