-- attendu : arrêté profondeur 4
-- Une récursion dans les accolades d’un texte.
local function attaque(n)
  return 1 + attaque(n)
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.population < 0,
  sinon = refus "{attaque(1)}",
}
