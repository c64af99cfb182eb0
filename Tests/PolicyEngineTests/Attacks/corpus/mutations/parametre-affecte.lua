-- attendu : refusé politique.nom-masque 3
-- Un paramètre masqué par une variable.
local seuil = 1
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = seuil == 1,
  sinon = refus "non",
}
