-- attendu : refusé politique.echec-au-chargement 4
-- Une chaîne de tables au chargement.
local l = {}
for _ = 1, 100000000 do l = { l } end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = nombre(l) > 0,
  sinon = refus "non",
}
