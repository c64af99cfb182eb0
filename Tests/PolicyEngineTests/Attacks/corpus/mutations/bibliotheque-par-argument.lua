-- attendu : échec 4
-- Une bibliothèque changée par un argument.
local function attaque(m, cle)
  m[cle] = 1
  return true
end
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = math }, minuscules("A")), minuscules("FLOOR")),
  sinon = refus "non",
}
