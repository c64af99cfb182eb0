-- attendu : refusé politique.encodage 5
-- Un commentaire qui retourne le sens d’écriture : l’œil lit autre chose que le moteur.
critere "ATTAQUE" {
  titre = "Attaque", source = "Essai",
  exige = collectivite.nature == "region" -- ‮ "enummoc" == ‬
,
  sinon = refus "non",
}
