-- attendu : refusÃ© politique.encodage 3
-- Un demi-codet dâ€™UTF-16 Ã©crit en UTF-8.
local t = "í €"
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t == "x",
  sinon = refus "non",
}
