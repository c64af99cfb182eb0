-- attendu : refusé politique.nom-en-double regime.lua:11
-- La table de données du régime déclarée une seconde fois.
donnees "presence" { fichier = "donnees/comites.csv" }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
