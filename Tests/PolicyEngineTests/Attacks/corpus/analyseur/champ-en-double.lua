-- attendu : refusé politique.champ-en-double 6
-- Deux conditions dans une règle.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  exige = true,
  sinon = refus "non",
}
