-- attendu : inoffensif indeterminee
-- Le plus grand d’un nombre et d’un inconnu.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = math.max(1, nombre(dossier.labels)) > 0,
  sinon = refus "non",
}
