-- attendu : refusÃ© politique.encodage 3
-- Un signe au-delÃ  dâ€™Unicode.
local t = "ô€€"
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t == "x",
  sinon = refus "non",
}
