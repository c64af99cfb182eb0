-- attendu : échec 4
-- Un inconnu pour message d’erreur.
local function attaque(u)
  error(u)
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.siren),
  sinon = refus "non",
}
