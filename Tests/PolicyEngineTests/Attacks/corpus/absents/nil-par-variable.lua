-- attendu : inoffensif indeterminee
-- Un fait comparé à une variable sans valeur.
local function attaque(x)
  local rien
  return x == rien
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.siren),
  sinon = refus "non",
}
