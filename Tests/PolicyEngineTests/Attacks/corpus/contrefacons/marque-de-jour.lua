-- attendu : échec 8
-- La marque des jours du moteur dans une table du fichier.
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(j, j2)
  return j < j2
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = { ["\1j"] = 5 } }, minuscules("A")), decision.date),
  sinon = refus "non",
}
