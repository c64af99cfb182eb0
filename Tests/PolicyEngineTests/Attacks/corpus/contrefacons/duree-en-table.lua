-- attendu : échec 8
-- Une table { nature, n } n’est pas une durée.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(j, d)
  return j + d > j
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(decision.date, passe({ a = { nature = "jours", n = 1 } }, minuscules("A"))),
  sinon = refus "non",
}
