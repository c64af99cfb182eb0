-- attendu : refusé lua.nom-non-ascii 5
-- Un nom écrit avec un « о » cyrillique.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = cоllectivite.nature == "commune",
  sinon = refus "non",
}
