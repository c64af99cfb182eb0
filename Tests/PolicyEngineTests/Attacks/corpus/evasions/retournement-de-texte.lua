-- attendu : refusé politique.encodage 5
-- Un texte qui retourne le sens d’écriture.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.nature == "⁦commune⁩",
  sinon = refus "non",
}
