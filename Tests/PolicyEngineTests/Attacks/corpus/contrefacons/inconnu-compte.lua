-- attendu : inoffensif indeterminee
-- Le nombre de chemins d’un inconnu.
local function attaque(u)
  return #u == 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.siren),
  sinon = refus "non",
}
