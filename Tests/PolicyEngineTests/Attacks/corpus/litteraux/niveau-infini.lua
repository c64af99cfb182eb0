-- attendu : refusé politique.type-de-valeur 3
-- Un niveau de priorité infini.
niveaux { { a_partir_de = 1e999, nom = "x" } }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
