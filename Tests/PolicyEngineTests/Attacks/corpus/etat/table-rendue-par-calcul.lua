-- attendu : échec 5
-- Un calcul rend une table neuve, qu’une autre règle voudrait changer.
calcul "ATTAQUE-0" { titre = "A", source = "Essai", nom = "boite", valeur = { 0 } }
local function attaque(l)
  table.insert(l, 1)
  return nombre(l) == 2
end
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = attaque(boite),
  sinon = refus "non",
}
