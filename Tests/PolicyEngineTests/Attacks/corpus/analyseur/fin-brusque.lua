-- attendu : refusé lua.expression-attendue 4
-- Le fichier finit au milieu d’une règle.
critere "ATTAQUE" {
  titre = "Attaque", source =
