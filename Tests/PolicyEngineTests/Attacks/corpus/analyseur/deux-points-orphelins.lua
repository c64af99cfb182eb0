-- attendu : refusé lua.nom-attendu 3
-- De la ponctuation seule.
::: =
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
