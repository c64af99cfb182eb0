-- attendu : inoffensif non_satisfaite
-- Les accolades d’un texte tiennent une table qui imite un jour.
local function attaque() return { "jour", 800000 } end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "le {attaque()}",
}
