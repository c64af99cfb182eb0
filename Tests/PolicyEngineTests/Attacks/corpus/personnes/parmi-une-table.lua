-- attendu : refusé politique.fait-personnel 5
-- Un fait personnel cherché parmi les clés d’un tableau.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = parmi(expertise.conditions, presence),
  sinon = refus "non",
}
