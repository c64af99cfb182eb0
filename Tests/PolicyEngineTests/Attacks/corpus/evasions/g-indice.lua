-- attendu : refusé politique.fonction-absente 5
-- Une fonction prise dans la table des noms par un texte composé.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = _G["lo" .. "ad"]("x") == 1,
  sinon = refus "non",
}
