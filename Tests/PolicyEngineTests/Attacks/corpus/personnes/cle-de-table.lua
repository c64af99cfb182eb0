-- attendu : refusé politique.fait-personnel 5
-- Un fait personnel pour clé : le tableau dirait « presence[Madame X] » dans ce qui manque.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = presence[expertise.conditions].nombre > 1,
  sinon = refus "non",
}
