-- attendu : refusé politique.accolade 6
-- Un texte dont l’accolade reste ouverte.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "il manque { une accolade",
}
