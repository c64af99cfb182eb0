-- attendu : refusé politique.chemin-interdit 3
-- Une table de données prise hors du répertoire.
donnees "secrets" { fichier = "../../etc/passwd" }
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
