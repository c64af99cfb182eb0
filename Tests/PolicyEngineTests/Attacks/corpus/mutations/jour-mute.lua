-- attendu : échec 8
-- Un jour changé de l’intérieur : deux jours égaux sont une même valeur.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(j)
  j.n = 1
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ j = decision.date }, minuscules("J"))),
  sinon = refus "non",
}
