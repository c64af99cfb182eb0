-- attendu : échec 7
-- Des points qui sont un texte.
local function attaque(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
priorite "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  points = attaque({ a = "100" }, minuscules("A")),
  motif = "x",
}
