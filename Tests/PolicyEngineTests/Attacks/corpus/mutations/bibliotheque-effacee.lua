-- attendu : refusé politique.sans-champ 3
-- Une fonction de bibliothèque effacée.
math.floor = nil
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = true,
  sinon = refus "non",
}
