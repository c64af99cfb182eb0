-- attendu : inoffensif indeterminee
-- Un inconnu que l’on voudrait vider : il reste inconnu.
local function attaque(u)
  u[1] = nil
  u.x = "y"
  return u == "245900428"
end
local function passe(t, cle)
  local mele = { t[cle], 1, "b" }
  return mele[si_sinon(cle == "", 2, 1)]
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(passe({ a = collectivite.siren }, minuscules("A"))),
  sinon = refus "non",
}
