-- attendu : refusé politique.echec-au-chargement 4
-- Des fonctions par millions au chargement.
local l = {}
for i = 1, 100000000 do l[i] = function() return i end end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = nombre(l) > 0,
  sinon = refus "non",
}
