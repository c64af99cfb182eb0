-- attendu : échec 9
-- Les champs présents d’une fiche, cachés au vérificateur.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(f)
  local n = 0
  for _ in pairs(f) do n = n + 1 end
  return n == 3
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = collectivite }, minuscules("A"))),
  sinon = refus "non",
}
