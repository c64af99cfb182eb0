-- attendu : échec 8
-- Une ligne de table de données changée.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(l)
  l.nombre = 0
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ l = presence["ML"] }, minuscules("L"))),
  sinon = refus "non",
}
