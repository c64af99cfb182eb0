-- attendu : échec 9
-- Des fiches jointes par « joindre ».
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = joindre(passe({ a = dossier.demandes }, minuscules("A")), ",") == "x",
  sinon = refus "non",
}
