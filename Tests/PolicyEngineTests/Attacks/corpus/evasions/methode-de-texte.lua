-- attendu : refusé politique.methode 5
-- Une méthode de texte : (""):rep.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = (""):rep(1000000000) == "",
  sinon = refus "non",
}
