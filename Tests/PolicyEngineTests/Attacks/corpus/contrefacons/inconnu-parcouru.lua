-- attendu : inoffensif indeterminee
-- Un inconnu parcouru par « pairs ».
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
local function attaque(u)
  for _, v in pairs(u) do return v == "collectivite.siren" end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = collectivite.siren }, minuscules("A"))),
  sinon = refus "non",
}
