-- attendu : inoffensif non_satisfaite
-- Un motif qui porte des balises.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "<script>alert(1)</script> ![x](http://x) | =1+1",
}
