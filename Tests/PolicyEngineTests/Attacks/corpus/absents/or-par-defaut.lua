-- attendu : refusé politique.defaut-par-or 5
-- Une valeur par défaut cachée dans un « or ».
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = (collectivite.siren or "1") == "1",
  sinon = refus "non",
}
