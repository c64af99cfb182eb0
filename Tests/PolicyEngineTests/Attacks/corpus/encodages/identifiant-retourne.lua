-- attendu : refusé politique.identifiant 3
-- Un identifiant qui retourne le sens d’écriture.
critere "\u{202E}ATTAQUE" {
  titre = "A", source = "A", exige = true, sinon = refus "non",
}
