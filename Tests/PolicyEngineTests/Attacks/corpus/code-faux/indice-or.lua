-- attendu : refusé politique.indice-logique 6
-- Un « or » pour indice.
local t = { a = 1 }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t["a" or "b"] == 1,
  sinon = refus "non",
}
