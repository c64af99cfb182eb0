-- attendu : refusé politique.indice-logique 4
-- Une comparaison pour indice d’une affectation.
local t = { a = 1 }
t[1 < 2] = 3
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t.a == 1,
  sinon = refus "non",
}
