-- attendu : refusé politique.fonction-absente 5
-- Une fonction prise dans la table des noms.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = _G.load("x") == 1,
  sinon = refus "non",
}
