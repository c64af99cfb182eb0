-- attendu : inoffensif satisfaite
-- La marque des listes du moteur dans une table du fichier.
local t = { ["\1l"] = true, 1, 2 }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = nombre(t) == 2,
  sinon = refus "non",
}
