-- attendu : refusé politique.trop-imbrique 5
-- Un fait au bout de cent points.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom.nom == "x",
  sinon = refus "non",
}
