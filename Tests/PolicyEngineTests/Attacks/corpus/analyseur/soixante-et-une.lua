-- attendu : refusé politique.trop-imbrique 5
-- Une expression plus profonde que ce que le vérificateur admet.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = (((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))) == 1,
  sinon = refus "non",
}
