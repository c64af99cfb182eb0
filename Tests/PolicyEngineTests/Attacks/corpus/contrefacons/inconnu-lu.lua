-- attendu : inoffensif indeterminee
-- Le premier chemin que tient un inconnu : le lire donne l’inconnu.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(u)
  return u[1] == "collectivite.siren"
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = collectivite.siren }, minuscules("A"))),
  sinon = refus "non",
}
