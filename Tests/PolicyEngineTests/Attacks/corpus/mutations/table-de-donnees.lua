-- attendu : échec 8
-- Une ligne ajoutée à une table de données.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(l)
  l["XX"] = { nombre = 1 }
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ l = presence }, minuscules("L"))),
  sinon = refus "non",
}
