-- attendu : inoffensif satisfaite
-- Un titre et une source qui commandent le terminal.
critere "ATTAQUE" {
  titre = "\27[2J\u{202E}Attaque", source = "\7\27[1;31mEssai",
  exige = true,
  sinon = refus "non",
}
