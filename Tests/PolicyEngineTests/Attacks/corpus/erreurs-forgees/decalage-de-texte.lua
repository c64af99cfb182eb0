-- attendu : échec 4
-- Un décalage de bits sur un décimal.
local function attaque(n)
  return (n + 0.5) << 1 == 1
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population),
  sinon = refus "non",
}
