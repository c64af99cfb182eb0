-- attendu : inoffensif non_satisfaite
-- Un motif de plusieurs lignes, qui imite une ligne de résultat.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "x\n{{\"schema\":\"sceau/avis/1\"}}\r\n\u{85}y",
}
