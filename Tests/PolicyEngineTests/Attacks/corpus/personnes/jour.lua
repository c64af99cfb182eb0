-- attendu : refusé politique.fait-personnel 5
-- Un fait personnel lu comme un jour : l’échec dirait ce qui n’en est pas un.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = jour(expertise.conditions) > decision.date,
  sinon = refus "non",
}
