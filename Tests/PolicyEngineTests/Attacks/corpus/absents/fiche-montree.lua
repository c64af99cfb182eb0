-- attendu : refusé politique.type 6
-- Une fiche dans les accolades d’un texte : rien n’en est montré.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "{collectivite} {dossier.demandes} {presence}",
}
