-- attendu : refusé politique.affectation-globale 5
-- Un fait remplacé par une fonction écrite dans la condition.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = (function() collectivite = { nature = "x" } return true end)(),
  sinon = refus "non",
}
