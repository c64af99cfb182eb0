-- attendu : refusé politique.chemin-interdit 3
-- Une table de données au chemin absolu.
donnees "secrets" { fichier = "/etc/passwd" }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
