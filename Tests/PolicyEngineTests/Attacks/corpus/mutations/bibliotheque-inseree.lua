-- attendu : refusé politique.echec-au-chargement 7
-- Une bibliothèque changée par « table.insert ».
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
table.insert(passe({ m = table }, minuscules("M")), 1)
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
