-- attendu : refusé politique.fait-personnel 6
-- Une fiche mêlée à autre chose dans une liste, puis lue sous un nom calculé.
local function lit(e, k)
  local mele = { e, 1, "b" }
  local fiche = mele[si_sinon(k == "", 2, 1)]
  return fiche[k]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = nombre(expertise.references) > 50,
  sinon = refus "{lit(expertise, minuscules('CONDITIONS'))}",
}
