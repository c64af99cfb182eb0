-- attendu : refusé politique.nom-reserve 6
-- Un champ réservé.
local t = { ["__index"] = 1 }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = t.__index == 1,
  sinon = refus "non",
}
