-- attendu : refusé politique.affectation-fait 5
-- Un champ de fait affecté par une fonction écrite dans la condition.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = (function() collectivite.nature = "x" return true end)(),
  sinon = refus "non",
}
