-- attendu : refusé politique.encodage 3
-- Un « / » écrit sur deux octets.
local t = "��"
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t == "x",
  sinon = refus "non",
}
