-- attendu : refusé politique.type 7
-- Les accolades d’un texte tiennent une fonction.
local function attaque() return 1 end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "{attaque}",
}
