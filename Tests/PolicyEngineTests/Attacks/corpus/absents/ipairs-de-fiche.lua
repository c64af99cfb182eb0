-- attendu : échec 8
-- Une fiche parcourue par « ipairs ».
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(f)
  for _ in ipairs(f) do return true end
  return false
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = collectivite }, minuscules("A"))),
  sinon = refus "non",
}
