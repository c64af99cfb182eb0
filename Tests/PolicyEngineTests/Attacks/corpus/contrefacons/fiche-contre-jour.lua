-- attendu : échec 8
-- Une fiche de valeurs comparée à un jour, pour lire en lui.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(l, f)
  return existe(l, f)
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = { decision.date } }, minuscules("A")), passe({ a = { n = 737910 } }, minuscules("A"))),
  sinon = refus "non",
}
