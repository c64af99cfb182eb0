-- attendu : refusé politique.echec-au-chargement 8
-- Une bibliothèque changée au chargement.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local m = passe({ m = math }, minuscules("M"))
m[minuscules("FLOOR")] = nil
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
