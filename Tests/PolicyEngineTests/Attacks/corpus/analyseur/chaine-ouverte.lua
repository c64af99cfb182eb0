-- attendu : refusé lua.chaine-non-terminee 5
-- Une chaîne qui n’est pas fermée.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.nom == "Commune,
  sinon = refus "non",
}
