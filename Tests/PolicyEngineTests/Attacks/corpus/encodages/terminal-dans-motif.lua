-- attendu : inoffensif non_satisfaite
-- Un texte qui commande le terminal.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = false,
  sinon = refus "\27[31mrouge\27[0m \27]8;;http://x\7lien\7 \8\8\13 {collectivite.nom}",
}
