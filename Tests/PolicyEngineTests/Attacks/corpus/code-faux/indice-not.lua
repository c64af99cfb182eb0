-- attendu : refusé politique.indice-logique 6
-- Un « not » pour indice.
local t = { a = 1 }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t[not true] == 1,
  sinon = refus "non",
}
