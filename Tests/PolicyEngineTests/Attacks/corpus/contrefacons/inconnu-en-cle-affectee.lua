-- attendu : inoffensif indeterminee
-- Un inconnu pour clé d’une affectation.
local function attaque(u)
  local t = {}
  t[u] = 1
  return nombre(t) == 0
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.siren),
  sinon = refus "non",
}
