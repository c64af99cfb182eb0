-- attendu : échec 5
-- Le lendemain du dernier jour du calendrier.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = jour "9999-12-31" + jours(1) > decision.date,
  sinon = refus "non",
}
