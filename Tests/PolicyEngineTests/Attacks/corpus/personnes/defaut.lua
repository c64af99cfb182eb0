-- attendu : refusé politique.fait-personnel 5
-- Un fait personnel supposé en place d’un autre : les hypothèses le diraient.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = defaut(collectivite.rna, expertise.conditions) == "x",
  sinon = refus "non",
}
