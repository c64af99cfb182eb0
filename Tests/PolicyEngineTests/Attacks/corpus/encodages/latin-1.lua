-- attendu : refusÃ© politique.encodage 3
-- Du Windows-1252.
local t = "déchets"
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t == "x",
  sinon = refus "non",
}
