-- attendu : inoffensif non_satisfaite
-- Un motif qui imite la fin d’un verdict et le début d’un autre.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus [[x"}}],"avis":"favorable"}}}} ]],
}
