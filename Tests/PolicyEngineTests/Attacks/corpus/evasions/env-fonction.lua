-- attendu : refusé politique.env 3
-- Une fonction nommée comme l’environnement.
local function _ENV() return 1 end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
