-- attendu : échec 8
-- Une place inconnue dans une liste du dossier, qui en ferait un inconnu.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(l, place)
  table.insert(l, place, 1)
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ l = dossier.demandes }, minuscules("L")), nombre(dossier.labels)),
  sinon = refus "non",
}
