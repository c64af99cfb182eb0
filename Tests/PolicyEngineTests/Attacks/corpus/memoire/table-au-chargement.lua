-- attendu : refusé politique.echec-au-chargement 4
-- Une table de millions de nombres au chargement.
local l = {}
for i = 1, 100000000 do l[i] = i end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = nombre(l) > 0,
  sinon = refus "non",
}
