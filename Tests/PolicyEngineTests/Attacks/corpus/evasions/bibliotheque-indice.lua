-- attendu : refusé politique.sans-champ 5
-- Une fonction de bibliothèque nommée par un texte.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = string["re" .. "p"]("x", 100) == "",
  sinon = refus "non",
}
