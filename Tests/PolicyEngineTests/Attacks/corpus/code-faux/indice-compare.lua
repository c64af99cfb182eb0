-- attendu : refusé politique.indice-logique 6
-- Une comparaison pour indice.
local t = { a = 1 }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t[1 < 2] == 1,
  sinon = refus "non",
}
