-- attendu : arrêté profondeur 4
-- Une fonction qui s’appelle elle-même.
local function attaque(n)
  return 1 + attaque(n)
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(collectivite.population) > 0,
  sinon = refus "non",
}
