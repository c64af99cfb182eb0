-- attendu : refusé politique.echec-au-chargement 4
-- Des millions de clés au chargement.
local l = {}
for i = 1, 100000000 do l["k" .. i] = true end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = nombre(l) == 0,
  sinon = refus "non",
}
