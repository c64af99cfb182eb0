-- attendu : refusé politique.goto 3
-- Des étiquettes.
::a::
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
