-- attendu : refusé politique.echec-au-chargement 4
-- Une boucle sans fin dans le fichier lui-même.
local n = 0
while n >= 0 do n = n + 1 end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = n > 0,
  sinon = refus "non",
}
