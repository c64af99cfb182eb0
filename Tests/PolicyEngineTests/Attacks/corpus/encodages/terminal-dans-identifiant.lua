-- attendu : refusé politique.identifiant 3
-- Un identifiant qui commande le terminal.
critere "ATT\27[31mAQUE" {
  titre = "A", source = "A", exige = true, sinon = refus "non",
}
