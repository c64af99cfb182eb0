-- attendu : refusé politique.construction-dans-module 3
-- Un « return » après la règle.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
return 1
