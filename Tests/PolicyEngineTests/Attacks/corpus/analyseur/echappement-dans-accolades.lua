-- attendu : refusé politique.echappement-dans-accolades 6
-- Une expression cachée par des échappements.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "{collectivite.\x6eom}",
}
