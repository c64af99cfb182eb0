-- attendu : refusé politique.indice-logique 3
-- Une comparaison pour clé d’une table.
local t = { [1 < 2] = 3 }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = nombre(t) == 0,
  sinon = refus "non",
}
