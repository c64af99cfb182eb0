-- attendu : refusé politique.sans-champ 5
-- Le champ d’un texte : ("").rep.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = ("").rep == 1,
  sinon = refus "non",
}
