-- attendu : inoffensif indeterminee
-- Un inconnu mis dans une liste, puis compté.
local function attaque(u)
  local l = {}
  table.insert(l, u)
  return l[1] == "x"
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.siren),
  sinon = refus "non",
}
