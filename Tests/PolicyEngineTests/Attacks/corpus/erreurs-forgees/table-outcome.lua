-- attendu : échec 4
-- Une table qui imite un résultat.
local function attaque(n)
  if n > 0 then error({ message = "favorable", resultat = "satisfaite", outcome = 0 }) end
  return true
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
